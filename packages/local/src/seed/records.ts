import { ACCOUNT_KINDS, INDUSTRIES } from '@vinculo/sales/accounts/options';
import type { Random } from './random';
import type { Words } from './words';

type Values = Record<string, unknown>;

/** What generated records are made from. */
export interface Material {
  words: Words;
  random: Random;
  owners: readonly string[];
  currency: string;
  now: Date;
}

const DAY_MS = 86_400_000;

export function anAccount({ words, random, owners, currency }: Material, position: number): Values {
  const name = `${words.places[position % words.places.length]} ${words.trades[Math.floor(position / words.places.length) % words.trades.length]}`;
  const domain = `${slug(name)}.example`;
  return {
    name,
    domain,
    website: `https://${domain}`,
    kind: random.chance(0.5) ? 'customer' : random.pick(ACCOUNT_KINDS).value,
    industry: random.pick(INDUSTRIES).value,
    employees: 5 + random.below(900),
    annualRevenue: { amountMinor: (1 + random.below(400)) * 10_000_000, currency },
    ownerId: random.pick(owners),
  };
}

export function aContact({ words, random, owners }: Material, accountId: string, position: number): Values {
  const firstName = random.pick(words.firstNames);
  const lastName = random.pick(words.lastNames);
  const address = `${slug(firstName)}.${slug(lastName)}.${position}@mail.example`;
  return {
    firstName,
    lastName,
    jobTitle: random.pick(words.jobs),
    accountId,
    emails: [{ value: address, label: 'work', isPrimary: true }],
    phones: [{ value: `+1 202 555 ${String(100 + (position % 100)).padStart(4, '0')}`, label: 'work' }],
    ownerId: random.pick(owners),
  };
}

export function aLead({ words, random, owners, currency }: Material, position: number): Values {
  const firstName = random.pick(words.firstNames);
  const lastName = random.pick(words.lastNames);
  return {
    firstName,
    lastName,
    company: `${random.pick(words.trades)} ${lastName.split(' ')[0]}`,
    status: random.pick(['new', 'new', 'contacted', 'qualified', 'unqualified']),
    source: random.pick(['web', 'referral', 'event', 'campaign', 'partner']),
    emails: [{ value: `${slug(firstName)}.${position}@lead.example`, label: 'work' }],
    expectedValue: { amountMinor: (5 + random.below(200)) * 10_000, currency },
    ownerId: random.pick(owners),
  };
}

export interface StageChoice {
  id: string;
  kind: string;
}

export function anOpportunity(
  { words, random, owners, currency, now }: Material,
  account: { id: string; name: string },
  stages: readonly StageChoice[],
): Values {
  const open = stages.filter(({ kind }) => kind === 'open');
  const closed = stages.filter(({ kind }) => kind !== 'open');
  const stage = random.chance(0.6) ? random.pick(open) : random.pick(closed);
  const isOpen = stage.kind === 'open';
  const day = isOpen ? random.below(240) - 15 : -random.below(300);
  const otherCurrency = random.pick(['USD', 'GBP']);
  return {
    name: `${account.name} · ${random.pick(words.deals)}`,
    accountId: account.id,
    stageId: stage.id,
    amount: {
      amountMinor: (2 + random.below(180)) * 50_000,
      currency: random.chance(0.75) ? currency : otherCurrency,
    },
    expectedCloseOn: dateOf(now, day),
    ...(isOpen ? {} : { closedOn: dateOf(now, day) }),
    ...(stage.kind === 'lost' ? { lostReason: random.pick(words.lostReasons) } : {}),
    ownerId: random.pick(owners),
  };
}

export function anActivity({ words, random, owners, now }: Material, regardingId: string): Values {
  const kind = random.pick(['note', 'task', 'call', 'meeting', 'email']);
  const isToDo = kind === 'task' && random.chance(0.5);
  const day = isToDo ? random.below(21) - 3 : -1 - random.below(120);
  const at = new Date(now.getTime() + day * DAY_MS + random.below(8) * 3_600_000);
  return {
    kind,
    subject: random.pick(words.subjects),
    regardingId,
    at: at.toISOString(),
    isDone: !isToDo,
    ...(kind === 'task' ? { priority: random.pick(['low', 'normal', 'high']) } : {}),
    ownerId: random.pick(owners),
  };
}

export function dateOf(now: Date, day: number): string {
  return new Date(now.getTime() + day * DAY_MS).toISOString().slice(0, 10);
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^a-zA-Z0-9]+/g, '')
    .toLowerCase();
}
