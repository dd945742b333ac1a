import type { ConvertLeadInput } from '@vinculo/client/resources/sales';
import type { RecordData } from '@vinculo/client/types';
import { isEmptyValue } from '../../../lib/records/value-shapes';

export interface ConversionDraft {
  /** An existing account's id, or the name of a new one. */
  accountId: string | null;
  accountName: string;
  contact: Record<string, unknown>;
  withOpportunity: boolean;
  opportunity: Record<string, unknown>;
}

export const CONTACT_FIELDS = ['firstName', 'lastName', 'jobTitle', 'emails', 'phones'] as const;
export const OPPORTUNITY_FIELDS = ['name', 'amount', 'stageId', 'expectedCloseOn'] as const;

/** The draft as the lead suggests it; whatever isn't shown here the server takes over from the lead by itself. */
export function draftFrom(lead: RecordData, leadName: string): ConversionDraft {
  const company = typeof lead.company === 'string' ? lead.company : leadName;
  return {
    accountId: null,
    accountName: company,
    contact: Object.fromEntries(CONTACT_FIELDS.map((field) => [field, lead[field] ?? null])),
    withOpportunity: true,
    opportunity: { name: company, amount: lead.expectedValue ?? null },
  };
}

/** `null` tells the server that the lead's value isn't wanted. */
export function toConversion(draft: ConversionDraft): ConvertLeadInput {
  return {
    account: draft.accountId ? { id: draft.accountId } : { create: { name: draft.accountName.trim() } },
    contact: withNulls(draft.contact, CONTACT_FIELDS),
    ...(draft.withOpportunity ? { opportunity: withoutEmpty(draft.opportunity) } : {}),
  };
}

function withNulls(values: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => [field, isEmptyValue(values[field]) ? null : values[field]]),
  );
}

function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmptyValue(value)));
}
