import { type ApiClient, createApiClient } from '../../support/api-client';
import type { Harness } from '../../support/harness';
import { draft, upload } from '../../support/import-jobs';
import { createPasskey } from '../../support/passkey';

/** Ids by what they are of. */
export type Things = Readonly<Record<string, string>>;

/** Somebody at work, as signing up and joining leave them. */
export interface Person {
  readonly client: ApiClient;
  readonly email: string;
  readonly password: string;
  readonly session: { user: { id: string }; tenant: { id: string } };
}

const STAGES = [
  { name: 'Open', probability: 10, kind: 'open' },
  { name: 'Won', probability: 100, kind: 'won' },
  { name: 'Lost', probability: 0, kind: 'lost' },
];

let names = 0;
export const aName = (word: string) => `${word} ${++names}`;
export const anAddress = () => `person${++names}@example.net`;

/** A record of each type, with every reference that it can have; those before it are there to refer to. */
const RECORD_VALUES: Readonly<Record<string, (own: Things) => Record<string, unknown>>> = {
  account: ({ account }) => ({ name: aName('Account'), parentId: account }),
  contact: ({ account }) => ({ lastName: aName('Contact'), accountId: account }),
  lead: () => ({ lastName: aName('Lead'), company: 'Company' }),
  opportunity: ({ account, contact, pipeline, stage }) => ({
    name: aName('Opportunity'),
    accountId: account,
    contactId: contact,
    pipelineId: pipeline,
    stageId: stage,
  }),
  activity: ({ contact }) => ({
    kind: 'task',
    subject: aName('Task'),
    regardingId: contact,
    at: '2026-03-09T09:00:00.000Z',
  }),
};

/** Throws for a type that nobody has said here how to make, so that it cannot be left out. */
export function valuesOf(type: string, own: Things): Record<string, unknown> {
  const values = RECORD_VALUES[type];
  if (!values) throw new Error(`Say in RECORD_VALUES how a record of type "${type}" is made.`);
  return { ...values(own), ownerId: own.user, teamId: own.team };
}

export const aRole = (permissions: readonly string[], level: string) => ({
  name: aName('Role'),
  home: 'sales',
  permissions,
  types: { '*': { create: level, read: level, update: level, delete: level } },
  fields: {},
});

export const aPipeline = () => ({ name: aName('Pipeline'), stages: STAGES });
export const anInvitation = () => ({ email: anAddress(), roleId: 'analyst' });
export const aView = () => ({ type: 'contact', name: aName('View'), columns: [{ field: 'lastName' }] });

/** Where nothing listens. */
export const aWebhook = ({ role }: Things) => ({
  url: 'http://localhost:1/',
  description: aName('Webhook'),
  filters: [{ type: 'contact.*' }],
  roleId: role,
});

export const anInboundHook = ({ role }: Things) => ({
  name: aName('Hook'),
  recordType: 'contact',
  mapping: [{ pointer: '/name', field: 'lastName' }],
  roleId: role,
});

export async function made(client: ApiClient, path: string, body: unknown): Promise<string> {
  const answer = await client.post(path, body);
  if (answer.status >= 300) throw new Error(`POST ${path} answered ${JSON.stringify(answer.body)}`);
  return answer.body.id ?? answer.body.fileId;
}

/** What belongs to a company rather than to one of its people. */
export async function makeShared({ client }: Person): Promise<Things> {
  const pipeline = await client.post('/pipelines', aPipeline());
  const role = await made(client, '/roles', aRole([], 'none'));
  return {
    role,
    apiKey: await made(client, '/api-keys', { name: aName('Key'), roleId: role }),
    team: await made(client, '/teams', { name: aName('Team') }),
    invitation: await made(client, '/invitations', anInvitation()),
    pipeline: pipeline.body.id,
    stage: pipeline.body.stages[0].id,
    wonStage: pipeline.body.stages[1].id,
  };
}

/** One of everything that somebody can have, as the owner that `shared` names; records of these types. */
export async function makeOwn(
  harness: Harness,
  person: Person,
  shared: Things,
  plurals: ReadonlyMap<string, string>,
): Promise<Things> {
  const { client } = person;
  const things: Record<string, string> = { ...shared };
  for (const [type, plural] of plurals) {
    things[type] = await made(client, `/${plural}`, valuesOf(type, things));
  }
  const webhook = await made(client, '/webhooks', aWebhook(shared));
  const { id } = await draft(harness, client, { bytes: 'Last name\nSmith\n' });
  return {
    ...things,
    webhook,
    inboundHook: await made(client, '/inbound-hooks', anInboundHook(shared)),
    delivery: await deliver(harness, client, webhook),
    import: id,
    file: await upload(harness, client, { bytes: 'Last name\nJones\n' }),
    view: await made(client, '/views', aView()),
    export: await made(client, '/exports', { type: 'contact' }),
    session: (await openSession(person)).id,
  };
}

/** The id of what an endpoint was sent for a test. */
async function deliver(harness: Harness, client: ApiClient, webhook: string): Promise<string> {
  await client.post(`/webhooks/${webhook}/test`);
  await harness.drain();
  return (await client.get(`/webhooks/${webhook}/deliveries`)).body.items[0].id;
}

/** Another session of somebody's. */
export async function openSession({ email, password }: Person): Promise<{ client: ApiClient; id: string }> {
  const client = createApiClient();
  await client.post('/login', { email, password });
  const { body } = await client.get('/sessions');
  return { client, id: body.items.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent).id };
}

/** A passkey of somebody's. From here on they log in with it. */
export async function makePasskey({ client, password }: Person): Promise<string> {
  const { body } = await client.post('/passkeys/options', { password });
  const response = createPasskey().attest({ challenge: body.challenge });
  const kept = await client.post('/passkeys', { name: aName('Passkey'), response });
  return kept.body.passkey.id;
}
