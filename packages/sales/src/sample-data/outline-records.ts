/*
 * What the sample data is about, without words: positions are those of the texts in `content-*.ts`. Days count back
 * from the day it is loaded (`ago`) or forward (`in`); amounts are units of euro, brought to the tenant's currency.
 */

export interface AccountOutline {
  kind: 'customer' | 'prospect' | 'supplier' | 'investor' | 'partner';
  industry: string;
  employees: number;
  revenue: number;
  ago: number;
}

export const ACCOUNTS: readonly AccountOutline[] = [
  { kind: 'customer', industry: 'retail', employees: 85, revenue: 9_400_000, ago: 340 },
  { kind: 'customer', industry: 'health', employees: 240, revenue: 31_000_000, ago: 310 },
  { kind: 'customer', industry: 'manufacturing', employees: 130, revenue: 18_500_000, ago: 280 },
  { kind: 'customer', industry: 'transport', employees: 410, revenue: 52_000_000, ago: 265 },
  { kind: 'customer', industry: 'hospitality', employees: 190, revenue: 22_000_000, ago: 230 },
  { kind: 'prospect', industry: 'technology', employees: 60, revenue: 7_200_000, ago: 150 },
  { kind: 'prospect', industry: 'education', employees: 900, revenue: 64_000_000, ago: 120 },
  { kind: 'prospect', industry: 'energy', employees: 75, revenue: 28_000_000, ago: 95 },
  { kind: 'supplier', industry: 'manufacturing', employees: 45, revenue: 6_100_000, ago: 330 },
  { kind: 'investor', industry: 'finance', employees: 18, revenue: 40_000_000, ago: 345 },
  { kind: 'partner', industry: 'services', employees: 12, revenue: 1_300_000, ago: 300 },
  { kind: 'prospect', industry: 'retail', employees: 1_200, revenue: 150_000_000, ago: 60 },
];

/** Which account each contact works for. */
export const CONTACT_ACCOUNTS: readonly number[] = [
  0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 11,
];

export interface LeadOutline {
  status: 'new' | 'contacted' | 'qualified' | 'unqualified';
  source: 'web' | 'referral' | 'event' | 'campaign' | 'cold_call' | 'partner' | 'other';
  value?: number;
  ago: number;
}

export const LEADS: readonly LeadOutline[] = [
  { status: 'new', source: 'web', value: 2_400, ago: 1 },
  { status: 'new', source: 'web', value: 1_800, ago: 2 },
  { status: 'new', source: 'campaign', value: 9_500, ago: 3 },
  { status: 'new', source: 'event', ago: 5 },
  { status: 'new', source: 'referral', value: 4_000, ago: 6 },
  { status: 'contacted', source: 'event', value: 15_000, ago: 9 },
  { status: 'contacted', source: 'partner', value: 38_000, ago: 12 },
  { status: 'contacted', source: 'web', value: 6_000, ago: 15 },
  { status: 'contacted', source: 'cold_call', value: 7_500, ago: 18 },
  { status: 'qualified', source: 'referral', value: 12_000, ago: 21 },
  { status: 'qualified', source: 'campaign', value: 26_000, ago: 24 },
  { status: 'qualified', source: 'event', value: 9_000, ago: 28 },
  { status: 'unqualified', source: 'web', ago: 33 },
  { status: 'contacted', source: 'partner', value: 18_000, ago: 38 },
  { status: 'unqualified', source: 'cold_call', ago: 45 },
];
