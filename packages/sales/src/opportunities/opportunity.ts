import type { CrmRecord, Money, SystemFields } from '@vinculo/records/types/record-type';

export interface OpportunityFields {
  name: string;
  accountId?: string;
  contactId?: string;
  pipelineId?: string;
  stageId?: string;
  amount?: Money;
  expectedCloseOn?: string;
  probability?: number;
  isProbabilityManual?: boolean;
  stageEnteredAt?: string;
  status?: 'open' | 'won' | 'lost';
  closedOn?: string;
  lostReason?: string;
  closedRate?: string;
  closedRateOn?: string;
  closedCurrency?: string;
}

export type Opportunity = SystemFields & OpportunityFields;

/** Reads a record of the engine, whose values have passed the type's schema; changes to the one change the other. */
export function toOpportunity(record: CrmRecord): Opportunity {
  return record as unknown as Opportunity;
}
