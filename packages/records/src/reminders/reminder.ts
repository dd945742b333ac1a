import type { TenantContext } from '@vinculo/platform/context';
import { fromItem, type RecordItem } from '../records/item';
import { recordKey } from '../records/keys';
import type { CrmRecord, RecordType } from '../types/record-type';

/** A record type with the field `remindAt` reminds the owner of each record then, unless it `isDone`. */
export function hasReminders(type: RecordType): boolean {
  return type.fields.remindAt?.kind === 'dateTime';
}

export const reminderTimer = (type: RecordType): string => `${type.name}.reminder`;
export const reminderTimerName = (recordId: string): string => `reminder-${recordId}`;

/** The record as it is stored now; none when it is in the trash or gone. */
export async function readLive(ctx: TenantContext, id: string): Promise<CrmRecord | undefined> {
  const item = await ctx.table.get<RecordItem>(recordKey(id));
  return item && !item.deletedAt ? fromItem(item) : undefined;
}

/** When a record reminds, past or future; never for what is done. */
export function remindsAt(record: CrmRecord | undefined): Date | undefined {
  return typeof record?.remindAt === 'string' && record.isDone !== true
    ? new Date(record.remindAt)
    : undefined;
}

/** Whose record it is: the owner, or who made it. */
export function remindedUser(record: CrmRecord): string | undefined {
  return [record.ownerId, record.createdBy].find((id) => id?.startsWith('usr_'));
}
