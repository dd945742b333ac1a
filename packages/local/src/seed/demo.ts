import * as z from 'zod';
import { LocalError } from '../local-error';
import { type Browser, mailedToken, openBrowser } from './browser';
import { createRandom } from './random';
import {
  aContact,
  aLead,
  anAccount,
  anActivity,
  anOpportunity,
  dateOf,
  type Material,
  type StageChoice,
} from './records';
import { type Words, wordsFor } from './words';

export interface Login {
  name: string;
  role: string;
  email: string;
  password: string;
}

const PASSWORD = 'orchards after the rain 7';
const CURRENCY = 'EUR';
const BATCH = 100;
const COUNTS = { accounts: 120, contacts: 320, leads: 140, opportunities: 180, activities: 340 };
const ROLES = ['admin', 'sales_manager', 'sales_rep'] as const;

const sessionSchema = z.object({ user: z.object({ id: z.string() }) });
const batchSchema = z.object({
  results: z.array(z.object({ status: z.number(), record: z.looseObject({ id: z.string() }).optional() })),
});
const pipelinesSchema = z.object({
  items: z.array(z.object({ stages: z.array(z.object({ id: z.string(), kind: z.string() })) })),
});

/** The people of the demo company in one language. */
export function demoLogins(locale: string): Login[] {
  return wordsFor(locale).people.map((name, position) => {
    const role = ROLES[position] ?? 'sales_rep';
    return { name, role, email: `${role.replace('_', '.')}.${locale}@meridian.example`, password: PASSWORD };
  });
}

/** Makes the demo company through the API of a running product, as people would. Answers false when it is there. */
export async function makeDemo(url: string, locale: string, say: (line: string) => void): Promise<boolean> {
  const words = wordsFor(locale);
  const [admin, ...colleagues] = demoLogins(locale);
  if (!admin) throw new LocalError('A demo needs people.');
  const browser = openBrowser(url);
  if ((await browser.attempt('POST', '/login', { email: admin.email, password: PASSWORD })) === 200)
    return false;

  say('Signing up the company …');
  const adminId = await signUp(url, browser, admin, words, locale);
  await browser.call('POST', '/teams', { name: words.team });
  const owners = [adminId];
  for (const colleague of colleagues) owners.push(await invite(url, browser, colleague, locale));
  const now = new Date();
  const material: Material = { words, random: createRandom(7), owners, currency: CURRENCY, now };
  await browser.call('PUT', '/currency-rates', { items: ratesOf(now) });
  await fill(browser, material, say);
  return true;
}

async function signUp(url: string, browser: Browser, admin: Login, words: Words, locale: string) {
  await browser.call('POST', '/signup', {
    company: words.company,
    name: admin.name,
    email: admin.email,
    password: PASSWORD,
    country: locale === 'es' ? 'ES' : 'IE',
    locale,
    currency: CURRENCY,
    timeZone: locale === 'es' ? 'Europe/Madrid' : 'Europe/Dublin',
    sampleData: false,
  });
  const session = await browser.call('POST', '/verify', {
    token: await mailedToken(url, admin.email, 'verify'),
  });
  return sessionSchema.parse(session).user.id;
}

async function invite(url: string, browser: Browser, { name, role, email }: Login, locale: string) {
  await browser.call('POST', '/invitations', { email, roleId: role });
  const token = await mailedToken(url, email, 'accept-invitation');
  const accepted = { token, name, password: PASSWORD, locale };
  const session = await openBrowser(url).call('POST', '/invitations/accept', accepted);
  return sessionSchema.parse(session).user.id;
}

async function fill(browser: Browser, material: Material, say: (line: string) => void): Promise<void> {
  const { random } = material;
  const make = async (plural: keyof typeof COUNTS, one: (position: number) => Record<string, unknown>) => {
    say(`Creating ${COUNTS[plural]} ${plural} …`);
    return create(
      browser,
      plural,
      Array.from({ length: COUNTS[plural] }, (_, position) => one(position)),
    );
  };
  const accounts = (await make('accounts', (n) => anAccount(material, n))).map(({ id, name }) => ({
    id,
    name: String(name),
  }));
  const contacts = await make('contacts', (n) => aContact(material, random.pick(accounts).id, n));
  const leads = await make('leads', (n) => aLead(material, n));
  const stages = await stagesOf(browser);
  const opportunities = await make('opportunities', () =>
    anOpportunity(material, random.pick(accounts), stages),
  );
  const topics = [...contacts, ...leads, ...opportunities, ...opportunities];
  await make('activities', () => anActivity(material, random.pick(topics).id));
}

async function stagesOf(browser: Browser): Promise<StageChoice[]> {
  const { items } = pipelinesSchema.parse(await browser.call('GET', '/pipelines'));
  return items[0]?.stages ?? [];
}

async function create(browser: Browser, plural: string, all: Record<string, unknown>[]) {
  const batches = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, n) =>
    all.slice(n * BATCH, (n + 1) * BATCH).map((data) => ({ op: 'create', data })),
  );
  const answers = await Promise.all(
    batches.map((operations) => browser.call('POST', `/${plural}/batch`, { operations })),
  );
  return answers.flatMap((answer) =>
    batchSchema.parse(answer).results.map(({ status, record }) => {
      if (!record) throw new LocalError(`A record of the demo was refused with ${status}.`);
      return record;
    }),
  );
}

/** A rate for each of the last twelve months. */
function ratesOf(now: Date) {
  return Array.from({ length: 12 }, (_, month) => [
    { currency: 'USD', date: dateOf(now, -30 * month), rate: (0.92 - 0.004 * month).toFixed(4) },
    { currency: 'GBP', date: dateOf(now, -30 * month), rate: (1.17 + 0.003 * month).toFixed(4) },
  ]).flat();
}
