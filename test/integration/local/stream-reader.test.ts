import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { createBus } from '@vinculo/local/bus/bus';
import type { NewMessage } from '@vinculo/local/delivery/queue';
import { localCredentials } from '@vinculo/local/engine/credentials';
import { openCheckpoints } from '@vinculo/local/stream/checkpoints';
import { missedEvents } from '@vinculo/local/stream/missed-events';
import { createRelay } from '@vinculo/local/stream/relay';
import { startStreamReader } from '@vinculo/local/stream/stream-reader';
import { loadHandler } from '@vinculo/local/system/load-handler';
import type { TenantContext } from '@vinculo/platform/context';
import { provideBus } from '@vinculo/platform/events/bus';
import { commit } from '@vinculo/platform/events/commit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHarness, type Harness } from '../../support/harness';

let harness: Harness;
let folder: string;
beforeAll(async () => {
  harness = await createHarness();
  folder = await mkdtemp(join(tmpdir(), 'vinculo-stream-'));
});
afterAll(async () => {
  await harness.close();
  await rm(folder, { recursive: true });
});

let written = 0;
async function anEvent(ctx: TenantContext): Promise<string> {
  const id = `acc_${++written}`;
  const event = { type: 'account.created', subject: { type: 'account', id }, data: {} };
  const [committed] = await commit(ctx, [{ put: { pk: id, sk: 'record' } }], [event]);
  return committed?.id ?? '';
}

/** One life of the local runner: a reader, the real relay and one consumer that settles when told to. */
async function aLife() {
  const { endpoint, streamArn } = harness.table;
  const received = new Map<string, NewMessage>();
  const send = async (message: NewMessage) => {
    received.set(JSON.parse(message.body).detail.id, message);
  };
  const bus = createBus([{ entry: { name: 'all', on: ['*'] }, queue: { send } }], () => new Date());
  provideBus(bus.put);
  const handler = await loadHandler({ entry: 'streams/publish-outbox.ts' });
  const relay = createRelay({
    ...{ bus, streamArn, pause: async () => {} },
    lambda: { name: 'publish-outbox', handler, timeoutSeconds: 60 },
    deadLetters: { keep: async () => {} },
  });
  const client = new DynamoDBStreamsClient({ endpoint, ...localCredentials });
  const checkpoints = await openCheckpoints(join(folder, 'stream.json'), streamArn);
  const onError = (error: unknown) => {
    throw error;
  };
  const reader = startStreamReader({
    ...{ client, streamArn, checkpoints, relay, onError },
    recovered: Promise.resolve(),
  });
  return {
    received: () => [...received.keys()],
    settle: (id: string) => received.get(id)?.onSettled?.(),
    see: (id: string) => vi.waitFor(() => expect([...received.keys()]).toContain(id), { timeout: 10_000 }),
    end: async () => {
      await reader.stop();
      client.destroy();
    },
  };
}

describe('startStreamReader', () => {
  it('delivers again after a crash what some consumer had not settled, and nothing before it (D5)', async () => {
    const ctx = harness.context();
    const first = await aLife();
    const events: string[] = [];
    for (let count = 0; count < 3; count++) {
      const id = await anEvent(ctx);
      events.push(id);
      await first.see(id);
    }
    const [done = '', open = '', doneLater = ''] = events;
    first.settle(done);
    first.settle(doneLater);
    await first.end();

    const second = await aLife();
    await second.see(doneLater);
    expect(second.received()).toEqual([open, doneLater]);
    second.settle(open);
    second.settle(doneLater);
    await second.end();

    const third = await aLife();
    const next = await anEvent(ctx);
    await third.see(next);
    expect(third.received()).toEqual([next]);
    await third.end();
  });
});

describe('missedEvents', () => {
  it('finds in the table what the stream forgot while the computer was off, and not what was done before', async () => {
    const client = new DynamoDBClient({ endpoint: harness.table.endpoint, ...localCredentials });
    const { tableName } = harness.table.connection;
    const ctx = harness.context();
    const before = await anEvent(ctx);
    harness.clock.advance({ hours: 1 });
    const doneUntil = harness.clock.now();
    const missed = await anEvent(ctx);

    async function found(now: Date) {
      const records = [];
      for await (const page of missedEvents({ client, tableName, doneUntil, now })) records.push(...page);
      return records.map(({ dynamodb }) => dynamodb?.NewImage?.event?.M?.id?.S);
    }
    const twoDaysLater = new Date(doneUntil.getTime() + 48 * 3_600_000);
    const later = await found(twoDaysLater);
    expect(later).toContain(missed);
    expect(later).not.toContain(before);
    expect(await found(new Date(doneUntil.getTime() + 3_600_000))).toEqual([]);
    client.destroy();
  });
});
