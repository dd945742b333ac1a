import { catalogue } from '@vinculo/sales/catalogue';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import type { Harness } from '../support/harness';
import { draft, perform, upload } from '../support/import-jobs';

/** Sends the request that was arranged, the same each time. */
export type Send = (headers: Record<string, string>) => Promise<ApiAnswer>;

/** An operation that an Idempotency-Key has an effect on. */
export interface KeyedCase {
  name: string;
  status: number;
  /** What repetitions answer where the first showed a secret. */
  repeated?: number;
  /** Makes what must be there before the request. */
  arrange(harness: Harness, client: ApiClient): Promise<Send>;
  /** Whether an answer tells what the first would have told. */
  isComplete(answer: ApiAnswer): boolean;
}

const PLURALS = new Set(catalogue.models.map(({ type }) => type.plural));

/** Operations of every record type have one case, but for those that only one type has. */
export function namedAs(path: string): string {
  const [, first = '', ...rest] = path.split('/');
  const isOfAll = PLURALS.has(first) && rest.at(-1) !== 'convert';
  return `POST /${[isOfAll ? '{plural}' : first, ...rest].join('/')}`;
}

let names = 0;
const nameOf = (what: string) => `${what} ${++names}`;
const isVersion = (version: number) => (answer: ApiAnswer) => answer.body.version === version;
const has = (member: string) => (answer: ApiAnswer) => answer.body[member] !== undefined;
const says = (status: string) => (answer: ApiAnswer) => answer.body.status === status;

function creation(path: string, body: () => object, isComplete = isVersion(1)): KeyedCase {
  return {
    name: `POST ${path}`,
    status: 201,
    async arrange(_, client) {
      const sent = body();
      return (headers) => client.post(path, sent, headers);
    },
    isComplete,
  };
}

const aKey = () => ({ name: nameOf('Key'), roleId: 'read_only' });
const anEndpoint = () => ({
  url: 'https://example.com/hooks',
  description: nameOf('Hook'),
  filters: [{ type: 'contact.*' }],
  roleId: 'analyst',
});

const anInboundHook = () => ({
  name: nameOf('Hook'),
  recordType: 'contact',
  mapping: [{ pointer: '/name', field: 'lastName' }],
  roleId: 'admin',
});

function rotation(path: string, verb: string, body: () => object): KeyedCase {
  return {
    name: `POST ${path}/{id}/${verb}`,
    status: 200,
    async arrange(_, client) {
      const { id } = (await client.post(path, body())).body;
      return (headers) => client.post(`${path}/${id}/${verb}`, { overlapHours: 1 }, headers);
    },
    isComplete: has('id'),
  };
}

/** An answer with a secret is given once; a tenant has few of what has one, so those before are taken away. */
function showingSecret({ arrange, name, ...rest }: KeyedCase): KeyedCase {
  return {
    ...rest,
    name,
    repeated: 409,
    async arrange(harness, client) {
      const path = `/${name.split('/')[1]}`;
      for (const { id, version } of (await client.get(path)).body.items)
        await client.delete(`${path}/${id}`, version);
      return arrange(harness, client);
    },
    isComplete: ({ body }) => body.code === 'idempotency.secret_shown' || body.secret !== undefined,
  };
}

/** An endpoint where nothing listens; those before it are taken away. */
async function onlyEndpoint(client: ApiClient): Promise<string> {
  for (const { id, version } of (await client.get('/webhooks')).body.items)
    await client.delete(`/webhooks/${id}`, version);
  return (await client.post('/webhooks', { ...anEndpoint(), url: 'http://localhost:1/' })).body.id;
}

function ofEndpoint(verb: string, body: object | undefined): KeyedCase {
  return {
    name: `POST /webhooks/{id}/${verb}`,
    status: 202,
    async arrange(_, client) {
      const id = await onlyEndpoint(client);
      return (headers) => client.post(`/webhooks/${id}/${verb}`, body, headers);
    },
    isComplete: ({ body: answer }) => answer === undefined,
  };
}

/** A job of an import of one row, which the jobs before it have brought as far as it must be. */
function importJob(job: string, before: Array<'check' | 'start'>, status: string): KeyedCase {
  return {
    name: `POST /imports/{id}/${job}`,
    status: 202,
    async arrange(harness, client) {
      const { id } = await draft(harness, client, { bytes: `Last name\n${nameOf('King')}\n` });
      for (const earlier of before) await perform(harness, client, id, earlier);
      if (job === 'cancel') await client.post(`/imports/${id}/start`);
      return (headers) => client.post(`/imports/${id}/${job}`, undefined, headers);
    },
    isComplete: says(status),
  };
}

export const keyedCases: KeyedCase[] = [
  {
    ...creation('/contacts', () => ({ lastName: nameOf('King'), externalId: nameOf('X') })),
    name: 'POST /{plural}',
    isComplete: ({ body, headers }) =>
      body.version === 1 &&
      headers.get('etag') === '"1"' &&
      headers.get('location') === `/api/v1/contacts/${body.id}`,
  },
  {
    name: 'POST /{plural}/{id}/restore',
    status: 200,
    async arrange(_, client) {
      const { body } = await client.post('/contacts', { lastName: 'Gone' });
      await client.delete(`/contacts/${body.id}`, 1);
      return (headers) => client.post(`/contacts/${body.id}/restore`, undefined, headers);
    },
    isComplete: ({ body, headers }) => body.version === 3 && headers.get('etag') === '"3"',
  },
  {
    name: 'POST /{plural}/batch',
    status: 200,
    async arrange(_, client) {
      const changed = await client.post('/contacts', { lastName: 'Before' });
      const deleted = await client.post('/contacts', { lastName: 'Doomed' });
      const operations = [
        { op: 'create', data: { lastName: 'One' } },
        { op: 'update', id: changed.body.id, version: 1, data: { lastName: 'After' } },
        { op: 'create', data: { nonsense: true } },
        { op: 'delete', id: deleted.body.id, version: 1 },
      ];
      return (headers) => client.post('/contacts/batch', { operations }, headers);
    },
    isComplete: ({ body: { results } }) =>
      JSON.stringify(results.map(({ status }: { status: number }) => status)) === '[201,200,422,204]' &&
      results[0].record.lastName === 'One' &&
      results[1].record.lastName === 'After',
  },
  {
    name: 'POST /leads/{id}/convert',
    status: 200,
    async arrange(_, client) {
      const { body } = await client.post('/leads', { lastName: 'Ada', company: nameOf('Engines') });
      const parts = { account: { create: {} }, contact: {}, opportunity: { name: 'Deal' } };
      return (headers) => client.post(`/leads/${body.id}/convert`, parts, { ...headers, 'if-match': '"1"' });
    },
    isComplete: ({ body }) => [body.account, body.contact, body.opportunity].every(({ id }) => id),
  },
  creation('/pipelines', () => ({
    name: nameOf('Pipeline'),
    stages: [
      { name: 'Open', probability: 10, kind: 'open' },
      { name: 'Won', probability: 100, kind: 'won' },
      { name: 'Lost', probability: 0, kind: 'lost' },
    ],
  })),
  creation('/views', () => ({ type: 'contact', name: nameOf('View'), columns: [{ field: 'lastName' }] })),
  creation('/teams', () => ({ name: nameOf('Team') })),
  creation('/roles', () => ({
    name: nameOf('Role'),
    home: 'sales',
    permissions: [],
    types: {},
    fields: {},
  })),
  showingSecret(creation('/api-keys', aKey)),
  showingSecret(rotation('/api-keys', 'rotate', aKey)),
  showingSecret(creation('/webhooks', anEndpoint)),
  showingSecret(rotation('/webhooks', 'rotate-secret', anEndpoint)),
  showingSecret(creation('/inbound-hooks', anInboundHook)),
  showingSecret(rotation('/inbound-hooks', 'rotate', anInboundHook)),
  ofEndpoint('test', undefined),
  ofEndpoint('replay', { since: '2026-03-01T00:00:00.000Z' }),
  {
    name: 'POST /webhooks/{id}/deliveries/{deliveryId}/replay',
    status: 202,
    async arrange(harness, client) {
      const id = await onlyEndpoint(client);
      await client.post(`/webhooks/${id}/test`);
      await harness.drain();
      const { body } = await client.get(`/webhooks/${id}/deliveries`);
      const path = `/webhooks/${id}/deliveries/${body.items[0].id}/replay`;
      return (headers) => client.post(path, undefined, headers);
    },
    isComplete: ({ body }) => body.eventType === 'webhook.test',
  },
  creation('/invitations', () => ({ email: `guest${++names}@example.net`, roleId: 'sales_rep' }), has('id')),
  {
    name: 'POST /invitations/{id}/resend',
    status: 202,
    async arrange(_, client) {
      const guest = { email: `guest${++names}@example.net`, roleId: 'sales_rep' };
      const { body } = await client.post('/invitations', guest);
      return (headers) => client.post(`/invitations/${body.id}/resend`, undefined, headers);
    },
    isComplete: says('mail_sent'),
  },
  creation('/files', () => ({ name: nameOf('file'), size: 3, contentType: 'text/csv' }), has('uploadUrl')),
  { ...creation('/exports', () => ({ type: 'contact' }), says('running')), status: 202 },
  {
    name: 'POST /imports',
    status: 201,
    async arrange(harness, client) {
      const fileId = await upload(harness, client, { bytes: 'Last name\nKing\n' });
      return (headers) => client.post('/imports', { type: 'contact', fileId }, headers);
    },
    isComplete: ({ body }) => body.status === 'draft' && body.sample.length === 1,
  },
  importJob('check', [], 'checking'),
  importJob('start', ['check'], 'running'),
  importJob('cancel', ['check'], 'cancelled'),
  importJob('undo', ['check', 'start'], 'undoing'),
  {
    name: 'POST /tenant/sample-data',
    status: 202,
    async arrange(_, client) {
      await client.delete('/tenant/sample-data');
      return (headers) => client.post('/tenant/sample-data', undefined, headers);
    },
    isComplete: says('accepted'),
  },
];
