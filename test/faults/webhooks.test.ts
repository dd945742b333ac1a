import { registry } from '@vinculo/functions/registry';
import { deliverWebhook } from '@vinculo/integrations/deliveries/deliver';
import { newDelivery } from '@vinculo/integrations/deliveries/items';
import { queueWebhooks } from '@vinculo/integrations/deliveries/queue-webhooks';
import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { post } from '@vinculo/platform/outgoing/post';
import type { Item, TenantTable } from '@vinculo/platform/table/tenant-table';
import { catalogue } from '@vinculo/sales/catalogue';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { logOf, makeContact, makeWebhook } from '../integration/webhooks/stage';
import { type ApiClient, signUpCompany } from '../support/api-client';
import { type Faults, injectFaults, KilledError, killAt } from '../support/faults';
import { createHarness, type Harness } from '../support/harness';
import { openReceiver, type Receiver } from '../support/receiver';

/** Events are handed to the consumer by the tests, so that they can kill it. */
const NEEDED = ['api', 'publish-outbox', 'send-verification-mail', 'deliver-webhook', 'retry-webhooks'];

let harness: Harness;
let faults: Faults;
let receiver: Receiver;
let client: ApiClient;
let webhookId: string;
let ctx: TenantContext;
beforeAll(async () => {
  harness = await createHarness({ registry: registry.filter(({ name }) => NEEDED.includes(name)) });
  receiver = await openReceiver();
  const company = await signUpCompany(harness);
  client = company.client;
  webhookId = (await makeWebhook(client, receiver, { filters: [{ type: 'contact.created' }] })).id;
  ctx = harness.context(company.session.tenant.id);
  faults = injectFaults(harness.table.connection);
});
afterEach(() => faults.plan());
afterAll(async () => {
  await receiver.close();
  await harness.close();
});

/** Longer than a claim holds: when a queue hands a message out again. */
const REDELIVERY = { minutes: 3 };

async function happen(): Promise<DomainEvent> {
  const { id } = await makeContact(client);
  await harness.drain();
  const event = harness.published.find(({ subject }) => subject.id === id);
  if (!event) throw new Error('The event is missing');
  return event;
}

/**
 * The process is killed before or after its nth way out of the process: a call to the table, a message, a timer, a
 * request to the receiver. False when it did not get that far.
 */
interface Killer {
  ctx: TenantContext;
  send: typeof post;
  isOver(): boolean;
}

function killerAt(index: number, when: 'before' | 'after'): Killer {
  let steps = 0;
  let isDead = false;
  async function step<T>(act: () => Promise<T>): Promise<T> {
    if (isDead) throw new KilledError();
    const isNow = steps++ === index;
    if (isNow && when === 'before') isDead = true;
    if (isDead) throw new KilledError();
    const result = await act();
    if (!isNow) return result;
    isDead = true;
    throw new KilledError();
  }
  const { queues, schedules } = ctx.ports;
  const { table } = ctx;
  const killable: TenantTable = {
    ...table,
    get: <T extends Item>(...input: Parameters<TenantTable['get']>) => step(() => table.get<T>(...input)),
    batchGet: <T extends Item>(...input: Parameters<TenantTable['batchGet']>) =>
      step(() => table.batchGet<T>(...input)),
    transact: (writes) => step(() => table.transact(writes)),
  };
  return {
    ctx: {
      ...ctx,
      table: killable,
      ports: {
        ...ctx.ports,
        sealing: ctx.ports.sealing,
        queues: { send: (queue, message) => step(() => queues.send(queue, message)) },
        schedules: { ...schedules, set: (timer) => step(() => schedules.set(timer)) },
      },
    },
    send: (message, options) => step(() => post(message, options)),
    isOver: () => !isDead,
  };
}

/** The delivery as the log has it, and how many requests the receiver got for it. */
async function outcomeOf(event: DomainEvent) {
  const log = await logOf(client, webhookId);
  const entries = log.filter(({ id }: { id: string }) => id === event.id);
  const messageId = `${event.id}-${webhookId}`;
  const requests = receiver.received.filter(({ headers }) => headers['webhook-id'] === messageId);
  expect(entries).toHaveLength(1);
  return { delivery: entries[0], requests: requests.length };
}

const KILLS = [
  ['before', 200],
  ['after', 200],
  ['before', 500],
  ['after', 500],
] as const;

describe('killing the process at any way out of it', () => {
  it.each(['before', 'after'] as const)(
    '%s it, while an event is queued, loses and doubles nothing (D4, D5)',
    async (when) => {
      let kills = 0;
      for (; ; kills++) {
        const event = await happen();
        const killer = killerAt(kills, when);
        await queueWebhooks(killer.ctx, catalogue, event).catch((error) => {
          if (!(error instanceof KilledError)) throw error;
        });
        await queueWebhooks(ctx, catalogue, event);
        await harness.drain();
        expect(await outcomeOf(event)).toMatchObject({ delivery: { status: 'delivered' }, requests: 1 });
        if (killer.isOver()) break;
      }
      expect(kills).toBeGreaterThanOrEqual(2);
    },
  );

  it.each(KILLS)(
    '%s it, while a message is delivered that is answered %i, delivers it at least once and the log agrees (D5, D9)',
    async (when, first) => {
      let kills = 0;
      for (; ; kills++) {
        const event = await happen();
        await ctx.table.transact([{ put: newDelivery(webhookId, event.type, event), if: 'absent' }]);
        receiver.react(first, 200);
        const message = { webhookId, eventId: event.id, attempts: 0 };
        const killer = killerAt(kills, when);
        await deliverWebhook(killer.ctx, catalogue, message, { send: killer.send }).catch((error) => {
          if (!(error instanceof KilledError)) throw error;
        });
        // The queue hands the message out again; the retry that was asked for, if any, comes as well.
        harness.clock.advance(REDELIVERY);
        await deliverWebhook(ctx, catalogue, message);
        await harness.drain();
        for (let round = 0; round < 3; round++) {
          harness.clock.advance(REDELIVERY);
          await harness.drain();
        }
        const { delivery, requests } = await outcomeOf(event);
        expect(delivery, `kill ${kills}`).toMatchObject({ status: 'delivered', nextAttemptAt: null });
        expect(requests).toBeGreaterThanOrEqual(1);
        expect(requests).toBeLessThanOrEqual(3);
        if (killer.isOver()) break;
      }
      expect(kills).toBeGreaterThanOrEqual(first === 200 ? 5 : 6);
      expect(harness.deadLetters).toEqual([]);
    },
  );
});

describe('a write that took effect although it seemed to fail', () => {
  it('is not sent twice for it, wherever that was (D5)', async () => {
    for (let index = 0; ; index++) {
      const event = await happen();
      await queueWebhooks(ctx, catalogue, event);
      faults.plan((call) => (call.index === index ? 'lost' : undefined));
      await harness.drain();
      const isOver = faults.calls() <= index;
      faults.plan();
      harness.clock.advance(REDELIVERY);
      await harness.drain();
      const { delivery, requests } = await outcomeOf(event);
      expect(delivery).toMatchObject({ status: 'delivered' });
      expect(requests).toBe(1);
      if (isOver) break;
    }
  });
});

describe('a message that failed too often', () => {
  it('can be moved back from the dead letters, twice, and is delivered once (D9)', async () => {
    const event = await happen();
    await queueWebhooks(ctx, catalogue, event);
    faults.plan(killAt(0, 'before'));
    await harness.drain();
    faults.plan();
    const [letter] = harness.deadLetters.splice(0);
    expect(letter).toMatchObject({ queue: 'deliver-webhook', groupId: ctx.tenantId });
    const { body } = JSON.parse(letter?.body ?? '{}');
    const { queues } = harness.runtime.ports;
    for (let time = 0; time < 2; time++) {
      await queues.send('webhook-deliveries', { tenantId: ctx.tenantId, body });
      await harness.drain();
    }
    expect(await outcomeOf(event)).toMatchObject({ delivery: { status: 'delivered' }, requests: 1 });
  });
});
