import { deliverWebhook } from '@vinculo/integrations/deliveries/deliver';
import { queueWebhooks } from '@vinculo/integrations/deliveries/queue-webhooks';
import type { CapacityRecorder } from '@vinculo/platform/table/capacity-recorder';
import { catalogue } from '@vinculo/sales/catalogue';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
import { openReceiver, type Received, type Receiver } from '../../support/receiver';
import { openRecorder } from '../identity/commands';
import { logOf, makeContact, makeWebhook, type WebhookInput } from './stage';

let harness: Harness;
let recorder: CapacityRecorder;
let receiver: Receiver;
let client: ApiClient;
let tenantId: string;
let made: Array<{ id: string }> = [];
beforeAll(async () => {
  // The reference library compares with the real time.
  harness = await createHarness({ now: new Date().toISOString() });
  recorder = openRecorder(harness.table);
  const company = await signUpCompany(harness);
  client = company.client;
  tenantId = company.session.tenant.id;
});
afterAll(() => harness.close());
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(async () => {
  await receiver.close();
  for (const { id } of made) {
    const { body } = await client.get(`/webhooks/${id}`);
    if (body.version) await client.delete(`/webhooks/${id}`, body.version);
  }
  made = [];
  await harness.drain();
});

async function webhook(input: WebhookInput = {}) {
  const one = await makeWebhook(client, receiver, input);
  made.push(one);
  return one;
}

const typesOf = (messages: readonly Received[]) => messages.map(({ json }) => json.type);
const headersOf = ({ headers }: Received) => ({
  'webhook-id': String(headers['webhook-id']),
  'webhook-timestamp': String(headers['webhook-timestamp']),
  'webhook-signature': String(headers['webhook-signature']),
});

describe('a message', () => {
  it('tells what was created, and the reference library takes it (S17)', async () => {
    const { id, secret } = await webhook();
    const contact = await makeContact(client, { lastName: 'López', jobTitle: 'CEO' });
    await harness.drain();
    const [message] = receiver.received;
    if (!message) throw new Error('Nothing was sent');
    expect(new Webhook(secret).verify(message.body, headersOf(message))).toEqual(message.json);
    expect(message.json).toMatchObject({
      type: 'contact.created',
      timestamp: contact.createdAt,
      data: {
        tenantId,
        recordType: 'contact',
        recordId: contact.id,
        version: 1,
        actor: { kind: 'user' },
        changes: { jobTitle: { before: null, after: 'CEO' }, lastName: { before: null, after: 'López' } },
      },
    });
    const [delivery] = await logOf(client, id);
    expect(delivery).toMatchObject({
      id: message.json.data.eventId,
      messageId: message.headers['webhook-id'],
      status: 'delivered',
      attempts: 1,
      lastAttempt: { status: 200, error: null },
    });
  });

  it('tells both values of what changed, and of what was deleted its version', async () => {
    await webhook();
    const { id } = await makeContact(client);
    await client.patch(`/contacts/${id}`, { jobTitle: 'CTO' }, 1);
    await client.delete(`/contacts/${id}`, 2);
    await harness.drain();
    const byType = new Map(receiver.received.map(({ json }) => [json.type, json.data]));
    expect(byType.get('contact.updated')).toMatchObject({
      recordId: id,
      version: 2,
      changes: { jobTitle: { before: null, after: 'CTO' } },
    });
    expect(byType.get('contact.deleted')).toMatchObject({ recordId: id, version: 3 });
  });

  it('of a test goes the same way, whatever the filters are', async () => {
    const { id, secret } = await webhook({ filters: [{ type: 'lead.converted' }] });
    expect((await client.post(`/webhooks/${id}/test`)).status).toBe(202);
    await harness.drain();
    const [message] = receiver.received;
    if (!message) throw new Error('Nothing was sent');
    new Webhook(secret).verify(message.body, headersOf(message));
    expect(message.json).toMatchObject({ type: 'webhook.test', data: { webhookId: id, tenantId } });
    const { body: detail } = await client.get(`/webhooks/${id}/deliveries/${message.json.data.eventId}`);
    expect(detail).toMatchObject({ eventType: 'webhook.test', status: 'delivered', request: message.body });
  });

  it('is signed with both secrets while the old one still holds, then with the new one (S17)', async () => {
    const { id, secret: old } = await webhook();
    const { body: rotated } = await client.post(`/webhooks/${id}/rotate-secret`, { overlapHours: 1 });
    await makeContact(client);
    await harness.drain();
    const [message] = receiver.received;
    if (!message) throw new Error('Nothing was sent');
    expect(message.headers['webhook-signature']?.toString().split(' ')).toHaveLength(2);
    for (const secret of [old, rotated.secret]) new Webhook(secret).verify(message.body, headersOf(message));
    harness.clock.advance({ minutes: 61 });
    await makeContact(client);
    await harness.drain();
    expect(receiver.received[1]?.headers['webhook-signature']?.toString().split(' ')).toHaveLength(1);
  });
});

describe('an endpoint', () => {
  it('gets the events of its filters and no others, on changes of their fields', async () => {
    await webhook({ filters: [{ type: 'contact.updated', fields: ['jobTitle'] }, { type: 'account.*' }] });
    const { id } = await makeContact(client);
    await client.patch(`/contacts/${id}`, { lastName: 'Other' }, 1);
    await client.patch(`/contacts/${id}`, { jobTitle: 'CEO' }, 2);
    await client.post('/accounts', { name: 'Engines' });
    await client.post('/leads', { lastName: 'Nobody' });
    await harness.drain();
    expect(typesOf(receiver.received).sort()).toEqual(['account.created', 'contact.updated']);
  });

  it('never gets a field that its role hides, nor learns that it changed (S10)', async () => {
    const role = {
      name: 'Blind',
      home: 'sales',
      permissions: [],
      types: { '*': { create: 'none', read: 'all', update: 'none', delete: 'none' } },
      fields: { contact: { jobTitle: 'hidden' } },
    };
    const { body } = await client.post('/roles', role);
    const { id } = await webhook({ roleId: body.id });
    await webhook({ roleId: body.id, filters: [{ type: 'contact.*', fields: ['jobTitle'] }] });
    const contact = await makeContact(client, { lastName: 'López', jobTitle: 'PLANTED' });
    await client.patch(`/contacts/${contact.id}`, { jobTitle: 'PLANTED AGAIN' }, 1);
    await client.patch(`/contacts/${contact.id}`, { jobTitle: 'PLANTED TOO', lastName: 'X' }, 2);
    await harness.drain();
    expect(typesOf(receiver.received).sort()).toEqual(['contact.created', 'contact.updated']);
    expect(JSON.stringify(receiver.received)).not.toMatch(/PLANTED|jobTitle/);
    const log = await logOf(client, id);
    const details = await Promise.all(
      log.map((one: { id: string }) => client.get(`/webhooks/${id}/deliveries/${one.id}`)),
    );
    expect(JSON.stringify(details)).not.toMatch(/PLANTED|jobTitle/);
  });

  it('gets nothing that its role reaches only as an owner or in a team (S11)', async () => {
    await webhook({ roleId: 'sales_rep' });
    await makeContact(client);
    await client.post('/leads', { lastName: 'Own' });
    await harness.drain();
    expect(typesOf(receiver.received)).toEqual(['contact.created']);
  });

  it('is sent nothing more of what its role may not read since, not even what was on its way (S7)', async () => {
    const rights = (read: string) => ({
      types: { '*': { create: 'none', read, update: 'none', delete: 'none' } },
    });
    const role = { name: 'Shrinking', home: 'sales', permissions: [], fields: {}, ...rights('all') };
    const { body } = await client.post('/roles', role);
    const { id } = await webhook({ roleId: body.id });
    receiver.react(500);
    await makeContact(client);
    await harness.drain();
    expect(receiver.received).toHaveLength(1);
    await client.patch(`/roles/${body.id}`, rights('none'), body.version);
    harness.clock.advance({ minutes: 1 });
    await harness.drain();
    expect(receiver.received).toHaveLength(1);
    expect(await logOf(client, id)).toMatchObject([{ status: 'failed', failure: 'hidden' }]);
  });

  it('keeps what happens while it is paused, and gets it when it is active again', async () => {
    const { id } = await webhook();
    await client.patch(`/webhooks/${id}`, { status: 'paused' }, 1);
    await makeContact(client);
    await makeContact(client);
    await harness.drain();
    expect(receiver.received).toEqual([]);
    expect(await logOf(client, id)).toMatchObject([{ status: 'pending' }, { status: 'pending' }]);
    await client.patch(`/webhooks/${id}`, { status: 'active' }, 2);
    await harness.drain();
    expect(receiver.received).toHaveLength(2);
    expect(await logOf(client, id)).toMatchObject([{ status: 'delivered' }, { status: 'delivered' }]);
  });

  it('gets every message once although events come twice and in any order (D5, D9)', async () => {
    await webhook({ filters: [{ type: 'contact.created' }] });
    for (let count = 0; count < 5; count++) await makeContact(client);
    await harness.drain({ seed: 7, duplicates: 0.9 });
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(5);
  });

  it('has a log in pages, by status, newest first (P5)', async () => {
    const { id } = await webhook({ filters: [{ type: 'contact.created' }] });
    receiver.react(200, 400, 200, 400);
    for (let count = 0; count < 4; count++) {
      await makeContact(client);
      await harness.drain();
    }
    const all = await logOf(client, id);
    const first = (await client.get(`/webhooks/${id}/deliveries?limit=3`)).body;
    const second = (await client.get(`/webhooks/${id}/deliveries?limit=3&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.nextCursor).toBeNull();
    expect(await logOf(client, id, '?status=pending')).toEqual([all[0], all[2]]);
    const foreign = await client.get(`/webhooks/${id}/deliveries?status=failed&cursor=${first.nextCursor}`);
    expect(foreign).toMatchObject({ status: 400, body: { code: 'cursor.invalid' } });
  });
});

describe('another tenant', () => {
  it('is never sent an event of this one, nor finds a delivery (T3, T4)', async () => {
    const foreign = await signUpCompany(harness);
    const theirs = await openReceiver();
    const their = await makeWebhook(foreign.client, theirs);
    const { id } = await webhook();
    await makeContact(client);
    await harness.drain();
    expect(receiver.received).toHaveLength(1);
    expect(theirs.received).toEqual([]);
    const [{ id: eventId }] = await logOf(client, id);
    for (const [method, path] of [
      ['GET', `/webhooks/${id}/deliveries`],
      ['GET', `/webhooks/${id}/deliveries/${eventId}`],
      ['GET', `/webhooks/${their.id}/deliveries/${eventId}`],
      ['POST', `/webhooks/${id}/deliveries/${eventId}/replay`],
      ['POST', `/webhooks/${their.id}/deliveries/${eventId}/replay`],
      ['POST', `/webhooks/${id}/test`],
    ] as const) {
      expect(await foreign.client.call(method, path), path).toMatchObject({ status: 404 });
    }
    // What a forged message or event could ask for in their name.
    const ctx = harness.context(foreign.session.tenant.id);
    const message = { webhookId: id, eventId, attempts: 0, isReplay: true };
    await deliverWebhook(ctx, catalogue, message);
    await deliverWebhook(ctx, catalogue, { ...message, webhookId: their.id });
    expect([receiver.received.length, theirs.received.length]).toEqual([1, 0]);
    await theirs.close();
  });
});

describe('an event', () => {
  it('costs half a read unit in a tenant without endpoints, and none when it is not for endpoints (P1)', async () => {
    const company = await signUpCompany(harness);
    await makeContact(company.client);
    await harness.drain();
    const ctx = harness.context(company.session.tenant.id);
    const own = harness.published.filter((event) => event.tenantId === ctx.tenantId);
    const created = own.find(({ type }) => type === 'contact.created');
    const other = own.find(({ type }) => type === 'tenant.activated');
    if (!created || !other) throw new Error('The events are missing');
    const usage = await recorder.measure(() => queueWebhooks(ctx, catalogue, created));
    expect(usage).toMatchObject({ roundTrips: 1, readUnits: 0.5, writeUnits: 0 });
    const none = await recorder.measure(() => queueWebhooks(ctx, catalogue, other));
    expect(none.roundTrips).toBe(0);
  });
});
