import type { CrmRecord, SystemFields } from '@vinculo/records/types/record-type';

export interface ActivityFields {
  kind?: 'note' | 'task' | 'call' | 'meeting' | 'email';
  subject?: string;
  body?: string;
  regardingId?: string;
  accountId?: string;
  at?: string;
  isDone?: boolean;
  doneAt?: string;
  remindAt?: string;
}

export type Activity = SystemFields & ActivityFields;

/** Reads a record of the engine, whose values have passed the type's schema; changes to the one change the other. */
export function toActivity(record: CrmRecord): Activity {
  return record as unknown as Activity;
}
