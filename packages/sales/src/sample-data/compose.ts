import { dateIn } from '@vinculo/records/lists/relative-values';
import type { RecordModel } from '@vinculo/records/types/catalogue';
import type { RecordValues } from '@vinculo/records/types/record-type';
import { accountModel, activityModel, contactModel, leadModel, opportunityModel } from '../catalogue';
import type { Stage } from '../pipelines/schema';
import { foreignCurrencies, sampleMoney } from './amounts';
import { contentFor } from './content';
import { ACTIVITIES, type ActivityOutline } from './outline-activities';
import { OPPORTUNITIES, type StageOutline } from './outline-opportunities';
import { ACCOUNTS, CONTACT_ACCOUNTS, LEADS } from './outline-records';
import type { SampleContent } from './sample-content';
import { sampleId } from './sample-id';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export interface SampleFrame {
  /** Names this load: the same one makes the same ids. */
  loadId: string;
  now: Date;
  locale: string;
  currency: string;
  timeZone: string;
  stages: readonly Stage[];
}

export interface SampleRecord {
  id: string;
  model: RecordModel;
  /** When it was created, so that it has a past. */
  at: Date;
  values: RecordValues;
}

/** A later step of an opportunity, from the version before it. */
export interface SampleMove {
  id: string;
  version: number;
  at: Date;
  patch: RecordValues;
}

export interface Sample {
  /** Each one after those that it points to. */
  records: SampleRecord[];
  moves: SampleMove[];
}

/** The sample data of a tenant: believable, in its language and currency, around the day that it is loaded. */
export function composeSample(frame: SampleFrame): Sample {
  const content = contentFor(frame.locale);
  const accounts = accountsOf(frame, content);
  const contacts = contactsOf(frame, content, accounts);
  const leads = leadsOf(frame, content);
  const { opportunities, moves } = opportunitiesOf(frame, content, accounts, contacts);
  const about = { account: accounts, contact: contacts, lead: leads, opportunity: opportunities };
  const activities = ACTIVITIES.map((outline, position) => {
    const [type, index] = outline.about;
    return activityOf(frame, content, outline, position, about[type][index]?.id);
  });
  return { records: [...accounts, ...contacts, ...leads, ...opportunities, ...activities], moves };
}

function accountsOf(frame: SampleFrame, content: SampleContent): SampleRecord[] {
  return ACCOUNTS.map(({ kind, industry, employees, revenue, ago }, position) => {
    const { name, domain, street, city, postalCode, description } = at(content.accounts, position);
    return record(frame, accountModel, position, ago, {
      name,
      kind,
      domain,
      website: `https://www.${domain}`,
      industry,
      employees,
      annualRevenue: sampleMoney(revenue, frame.currency),
      phones: [{ value: phone(content, position), label: 'work' }],
      addresses: [{ label: 'work', street, city, postalCode, country: content.country }],
      ...(position % 4 === 0 ? { tags: [content.tags.keyAccount] } : {}),
      ...(description ? { description } : {}),
    });
  });
}

function contactsOf(frame: SampleFrame, content: SampleContent, accounts: SampleRecord[]): SampleRecord[] {
  return CONTACT_ACCOUNTS.map((account, position) => {
    const [firstName, lastName, jobTitle] = at(content.contacts, position);
    const { kind, ago } = at(ACCOUNTS, account);
    return record(frame, contactModel, position, ago - (position % 9), {
      firstName,
      lastName,
      jobTitle,
      kind,
      accountId: at(accounts, account).id,
      emails: [{ value: mailbox(firstName, lastName, at(content.accounts, account).domain), label: 'work' }],
      phones: [{ value: phone(content, 20 + position), label: 'mobile' }],
      ...(position % 3 === 0 ? { tags: [content.tags.newsletter] } : {}),
    });
  });
}

function leadsOf(frame: SampleFrame, content: SampleContent): SampleRecord[] {
  return LEADS.map(({ status, source, value, ago }, position) => {
    const [firstName, lastName, jobTitle, company] = at(content.leads, position);
    return record(frame, leadModel, position, ago, {
      firstName,
      lastName,
      jobTitle,
      company,
      status,
      source,
      emails: [{ value: mailbox(firstName, lastName, `${slug(company)}.example`), label: 'work' }],
      phones: [{ value: phone(content, 50 + position), label: 'work' }],
      ...(value ? { expectedValue: sampleMoney(value, frame.currency) } : {}),
    });
  });
}

function opportunitiesOf(
  frame: SampleFrame,
  content: SampleContent,
  accounts: SampleRecord[],
  contacts: SampleRecord[],
) {
  const [first, second] = foreignCurrencies(frame.currency);
  const currencies = { own: frame.currency, first, second };
  const moves: SampleMove[] = [];
  const opportunities = OPPORTUNITIES.map((outline, position) => {
    const [entry, ...steps] = outline.path;
    const created = record(frame, opportunityModel, position, entry?.[1] ?? 0, {
      name: `${at(content.accounts, outline.account).name} · ${at(content.opportunities, position)}`,
      accountId: at(accounts, outline.account).id,
      contactId: at(contacts, outline.contact).id,
      stageId: stageFor(frame.stages, entry?.[0] ?? 0).id,
      amount: sampleMoney(outline.amount, currencies[outline.currency]),
      expectedCloseOn: dateIn(frame.timeZone, daysFrom(frame.now, outline.in)),
      ...(outline.isHot ? { tags: [content.tags.hot] } : {}),
    });
    const reason =
      outline.reason === undefined ? {} : { lostReason: at(content.lostReasons, outline.reason) };
    for (const [step, [stage, ago]] of steps.entries()) {
      const patch = { stageId: stageFor(frame.stages, stage).id, ...(stage === 'lost' ? reason : {}) };
      moves.push({ id: created.id, version: step + 1, at: daysFrom(frame.now, -ago), patch });
    }
    return created;
  });
  return { opportunities, moves };
}

function activityOf(
  frame: SampleFrame,
  content: SampleContent,
  outline: ActivityOutline,
  position: number,
  regardingId: string | undefined,
): SampleRecord {
  const [subject, body] = at(content.activities, position);
  const { kind, ago, isDone, priority, minutes, direction } = outline;
  const when = new Date(daysFrom(frame.now, -ago).getTime() + (position % 5) * HOUR_MS);
  return record(frame, activityModel, position, Math.max(ago, 1), {
    kind,
    subject,
    ...(regardingId ? { regardingId } : {}),
    at: when.toISOString(),
    ...(body ? { body } : {}),
    ...(isDone ? { isDone } : {}),
    ...(priority ? { priority } : {}),
    ...(minutes ? { durationMinutes: minutes } : {}),
    ...(direction ? { direction } : {}),
  });
}

function record(
  frame: SampleFrame,
  model: RecordModel,
  position: number,
  ago: number,
  values: RecordValues,
): SampleRecord {
  const created = new Date(daysFrom(frame.now, -ago).getTime() - (position % 7) * HOUR_MS);
  return { id: sampleId(frame.loadId, model.type.idPrefix, position, created), model, at: created, values };
}

/** A tenant may have changed its stages: then the nearest one serves. */
function stageFor(stages: readonly Stage[], wanted: StageOutline): Stage {
  if (wanted === 'won' || wanted === 'lost')
    return at(
      stages,
      stages.findIndex(({ kind }) => kind === wanted),
    );
  const open = stages.filter(({ kind }) => kind === 'open');
  return at(open, Math.min(wanted, open.length - 1));
}

const daysFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);

const phone = ({ phonePrefix }: SampleContent, line: number): string =>
  phonePrefix + String(line).padStart(2, '0');

const mailbox = (firstName: string, lastName: string, domain: string): string =>
  `${slug(firstName)}.${slug(lastName.split(' ')[0] ?? lastName)}@${domain}`;

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');

function at<T>(list: readonly T[], position: number): T {
  const found = list[position];
  if (found === undefined) throw new RangeError(`The sample data has nothing at ${position}`);
  return found;
}
