import type { RecordValues } from '@vinculo/records/types/record-type';
import type { Lead } from '../leads/lead';

/** What a lead says about the company, the person and the deal that it becomes. */

export function accountOf(lead: Lead): RecordValues {
  const { company, website, industry } = lead;
  return set({ name: company ?? nameOf(lead), website, industry });
}

export function contactOf(lead: Lead): RecordValues {
  const { firstName, lastName, jobTitle, emails, phones, addresses, tags, description } = lead;
  return set({ firstName, lastName, jobTitle, emails, phones, addresses, tags, description });
}

export function opportunityOf(lead: Lead): RecordValues {
  const { company, expectedValue: amount, source } = lead;
  return set({ name: company ?? nameOf(lead), amount, source });
}

/** `null` in the input means that the lead's value is not wanted. */
export function merged(inherited: RecordValues, given: RecordValues): RecordValues {
  const all = { ...inherited, ...given };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

function nameOf({ firstName, lastName, emails }: Lead): string | undefined {
  return [firstName, lastName].filter(Boolean).join(' ') || emails?.[0]?.value;
}

function set(values: RecordValues): RecordValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
