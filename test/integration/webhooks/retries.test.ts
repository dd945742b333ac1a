import { registry } from '@vinculo/functions/registry';
import { deliverWebhook } from '@vinculo/integrations/deliveries/deliver';
import { RETRY_DELAYS_MS } from '@vinculo/integrations/deliveries/retry-schedule';
import { catalogue } from '@vinculo/sales/catalogue';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
import { createKey } from '../../support/key-client';
import { openReceiver, type Receiver } from '../../support/receiver';
import { logOf, makeContact, makeWebhook } from './stage';

/** Without what is only about other parts of the product. */
const NEEDED = /webhook|^api$|^publish-outbox$|^send-verification-mail$/;

let harness: Harness;
let receiver: Receiver;
let client: ApiClient;
let email: string;
let webhook: { id: string; version: number };
beforeAll(async () => {
  harness = await createHarness({ registry: registry.filter(({ name }) => NEEDED.test(name)) });
});
afterAll(() => harness.close());
beforeEach(async () => {
  receiver = await openReceiver();
  const company = await signUpCompany(harness, { locale: 'es' });
  client = company.client;
  email = company.email;
  webhook = await makeWebhook(client, receiver, { filters: [{ type: 'contact.created' }] });
});
afterEach(() => receiver.close());

const current = async () => (await client.get(`/webhooks/${webhook.id}`)).body;
const newest = async () => (await logOf(client, webhook.id))[0];
async function pass(ms: number) {
  harness.clock.advance({ ms: Math.ceil(ms) });
  await harness.drain();
}
/** Lets an event be tried for the first time. */
async function happen() {
  await makeContact(client);
  await harness.drain();
}

describe('a message that is not taken', () => {
  it('is sent again on the schedule, under one id, and kept as failed when all attempts did (S19)', async () => {
    receiver.react(500);
    await happen();
    for (const [position, delayMs] of RETRY_DELAYS_MS.entries()) {
      await pass(delayMs * 0.79);
      expect(receiver.received, `before ${position + 2}`).toHaveLength(position + 1);
      await pass(delayMs * 0.42);
      expect(receiver.received, `attempt ${position + 2}`).toHaveLength(position + 2);
    }
    await pass(100 * 3_600_000);
    expect(receiver.received).toHaveLength(RETRY_DELAYS_MS.length + 1);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    const bodies = receiver.received.map(({ body }) => body);
    expect([new Set(ids).size, new Set(bodies).size]).toEqual([1, 1]);
    const times = receiver.received.map(({ headers }) => headers['webhook-timestamp']);
    expect(new Set(times).size).toBe(times.length);
    expect(await newest()).toMatchObject({
      status: 'failed',
      failure: 'exhausted',
      attempts: 11,
      nextAttemptAt: null,
    });
    expect(harness.deadLetters).toEqual([]);
  });

  it.each([
    ['an error', 503, { status: 503, error: null }],
    [
      'a redirect',
      { status: 302, headers: { location: 'http://localhost:1' } },
      { status: 302, error: null },
    ],
    ['a refusal', { status: 400, body: 'no '.repeat(1_000) }, { status: 400 }],
    ['a broken connection', 'broken' as const, { status: null, error: 'connection.reset' }],
  ])('after %s is taken later, and the log tells of the last attempt (S19)', async (_, reaction, last) => {
    receiver.react(reaction, 204);
    await happen();
    const failed = await newest();
    expect(failed).toMatchObject({ status: 'pending', attempts: 1, lastAttempt: last });
    expect((failed.lastAttempt.response ?? '').length).toBeLessThanOrEqual(1_024);
    expect(Date.parse(failed.nextAttemptAt)).toBeGreaterThan(harness.clock.now().getTime());
    await pass(7_000);
    expect(await newest()).toMatchObject({
      status: 'delivered',
      attempts: 2,
      nextAttemptAt: null,
      lastAttempt: { status: 204 },
    });
    expect((await current()).failingSince).toBeNull();
  });

  it('waits as long as the receiver asks for (S19)', async () => {
    receiver.react({ status: 429, headers: { 'retry-after': '7200' } }, 200);
    await happen();
    await pass(7_100_000);
    expect(receiver.received).toHaveLength(1);
    await pass(100_000);
    expect(receiver.received).toHaveLength(2);
    expect(await newest()).toMatchObject({ status: 'delivered' });
  });

  it('because of a time-out or a refused address is one attempt like any other (S18, S19)', async () => {
    receiver.react(500);
    await happen();
    const { id: eventId } = await newest();
    const ctx = harness.context((await client.get('/tenant')).body.id);
    const timeOut = Object.assign(new Error('slow'), { name: 'TimeoutError' });
    const send = () => Promise.reject(timeOut);
    await deliverWebhook(ctx, catalogue, { webhookId: webhook.id, eventId, attempts: 1 }, { send });
    expect(await newest()).toMatchObject({
      status: 'pending',
      attempts: 2,
      lastAttempt: { error: 'timeout' },
    });
    await client.patch(`/webhooks/${webhook.id}`, { url: 'https://localhost.invalid/' }, 1);
    await pass(75_000);
    expect(await newest()).toMatchObject({ attempts: 3, lastAttempt: { error: 'url.unresolved' } });
    expect(receiver.received).toHaveLength(1);
  });
});

describe('an endpoint that answers 410', () => {
  it('is disabled at once, tells the administrators, and takes up its work when asked (S19)', async () => {
    receiver.react(410);
    await happen();
    expect(await current()).toMatchObject({ status: 'disabled', disabled: { reason: 'gone' }, version: 2 });
    expect(await newest()).toMatchObject({ status: 'failed', failure: 'gone', attempts: 1 });
    const { body } = await client.get('/notifications');
    expect(body.items[0]).toMatchObject({
      kind: 'webhook.disabled',
      title: 'Webhook desactivado: Test',
      recordType: 'webhook',
      recordId: webhook.id,
    });
    const mails = (await harness.mailbox.list()).filter(({ subject }) => subject.startsWith('Webhook'));
    expect(mails.find(({ to }) => to === email)).toMatchObject({ subject: 'Webhook desactivado: Test' });
    expect(mails[0]?.text).toContain(`/settings/webhooks/${webhook.id}`);
    expect((await client.get('/audit')).body.items[0]).toMatchObject({ type: 'webhook.disabled' });

    await happen();
    expect(receiver.received).toHaveLength(1);
    expect(await client.post(`/webhooks/${webhook.id}/test`)).toMatchObject({ status: 409 });
    const { body: active } = await client.patch(`/webhooks/${webhook.id}`, { status: 'active' }, 2);
    expect(active).toMatchObject({ status: 'active', disabled: null, failingSince: null });
    receiver.react(200);
    await happen();
    expect(receiver.received).toHaveLength(2);
  });
});

describe('an endpoint that fails for days', () => {
  it('is disabled after five of them, with one notice, and what waited ends (S19)', async () => {
    receiver.react(500);
    await happen();
    for (let day = 1; day <= 4; day++) {
      await pass(86_400_000);
      await happen();
      expect((await current()).status, `day ${day}`).toBe('active');
    }
    await pass(86_400_000);
    await happen();
    expect(await current()).toMatchObject({ status: 'disabled', disabled: { reason: 'failing' } });
    const notices = (await client.get('/notifications')).body.items;
    expect(notices.filter(({ kind }: { kind: string }) => kind === 'webhook.disabled')).toHaveLength(1);
    const sent = receiver.received.length;
    await pass(86_400_000);
    await pass(86_400_000);
    expect(receiver.received).toHaveLength(sent);
    const log = await logOf(client, webhook.id);
    expect(new Set(log.map(({ status }: { status: string }) => status))).toEqual(new Set(['failed']));
  });

  it('goes on when it took one message meanwhile, or was not tried (S19)', async () => {
    receiver.react(500);
    await happen();
    await pass(2 * 86_400_000);
    receiver.react(200);
    await happen();
    expect((await current()).failingSince).toBeNull();
    receiver.react(400);
    await pass(4 * 86_400_000);
    await happen();
    expect((await current()).failingSince).toBe(harness.clock.now().toISOString());
    await client.patch(`/webhooks/${webhook.id}`, { status: 'paused' }, 1);
    await pass(10 * 86_400_000);
    await client.patch(`/webhooks/${webhook.id}`, { status: 'active' }, 2);
    await happen();
    expect(await current()).toMatchObject({
      status: 'active',
      failingSince: harness.clock.now().toISOString(),
    });
  });
});

describe('a replay', () => {
  it('sends one event again under its id, with a schedule of its own (S19)', async () => {
    await happen();
    const { id } = await newest();
    receiver.react(500, 200);
    const { status, body } = await client.post(`/webhooks/${webhook.id}/deliveries/${id}/replay`);
    expect([status, body.id]).toEqual([202, id]);
    await harness.drain();
    expect(await newest()).toMatchObject({ status: 'pending', attempts: 2 });
    await pass(7_000);
    expect(await newest()).toMatchObject({ status: 'delivered', attempts: 3 });
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('of everything that failed since a time sends each of it once, and nothing else (S19, D9)', async () => {
    receiver.react(410);
    await happen();
    harness.clock.advance({ minutes: 1 });
    const since = harness.clock.now().toISOString();
    const failing = 130;
    await client.patch(`/webhooks/${webhook.id}`, { status: 'active' }, 2);
    await client.patch(`/webhooks/${webhook.id}`, { status: 'paused' }, 3);
    for (let count = 0; count < failing; count++) await makeContact(client);
    await harness.drain();
    await client.patch(`/webhooks/${webhook.id}`, { status: 'active' }, 4);
    await harness.drain();
    expect((await current()).version).toBe(6);
    await client.patch(`/webhooks/${webhook.id}`, { status: 'active' }, 6);
    receiver.react(200);
    await happen();
    receiver.received.length = 0;

    const { status } = await client.post(`/webhooks/${webhook.id}/replay`, { since });
    expect(status).toBe(202);
    await harness.drain({ seed: 3, duplicates: 0.3 });
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([failing, failing]);
    expect(await logOf(client, webhook.id, '?status=failed')).toMatchObject([{ failure: 'gone' }]);
  });

  it('is refused for what is not in the log any more, after thirty days', async () => {
    await happen();
    const { id } = await newest();
    const { program } = await createKey(client);
    const path = `/webhooks/${webhook.id}/deliveries`;
    expect((await program.post(`${path}/evt_none/replay`)).status).toBe(404);
    expect((await program.get(`${path}/${id}`)).status).toBe(200);
    harness.clock.advance({ days: 30 });
    expect((await program.get(`${path}/${id}`)).status).toBe(404);
    expect((await program.get(path)).body.items).toEqual([]);
  });
});
