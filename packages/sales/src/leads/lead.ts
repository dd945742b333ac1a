import type {
  AddressValue,
  CrmRecord,
  EmailValue,
  Money,
  PhoneValue,
  SystemFields,
} from '@vinculo/records/types/record-type';

export interface LeadFields {
  firstName?: string;
  lastName?: string;
  company?: string;
  jobTitle?: string;
  status?: 'new' | 'contacted' | 'qualified' | 'unqualified' | 'converted';
  source?: string;
  emails?: EmailValue[];
  phones?: PhoneValue[];
  addresses?: AddressValue[];
  website?: string;
  industry?: string;
  expectedValue?: Money;
  tags?: string[];
  description?: string;
  convertedAt?: string;
  convertedAccountId?: string;
  convertedContactId?: string;
  convertedOpportunityId?: string;
}

export type Lead = SystemFields & LeadFields;

/** Reads a record of the engine, whose values have passed the type's schema; changes to the one change the other. */
export function toLead(record: CrmRecord): Lead {
  return record as unknown as Lead;
}
