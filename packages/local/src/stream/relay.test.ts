import type { _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createBus } from '../bus/bus';
import type { DeadLetter } from '../delivery/message';
import { createRelay } from './relay';

function aRecord(position: number, { kind = 'event', eventName = 'INSERT' as const } = {}): StreamRecord {
  const image = { pk: { S: 'ten_1#con_1' }, kind: { S: kind }, data: { B: new Uint8Array([1, 2]) } };
  return { eventName, dynamodb: { SequenceNumber: String(position), NewImage: image } };
}

const records = (count: number) => Array.from({ length: count }, (_, position) => aRecord(position));

/** A relay whose function fails on the poisoned records, by throwing or by a partial response. */
function aRelay(poisoned: string[], how: 'throws' | 'reports' = 'throws', heals = Number.POSITIVE_INFINITY) {
  const calls: string[][] = [];
  const done = new Set<string>();
  const deadLetters: DeadLetter[] = [];
  let failures = 0;
  const handler = async (event: unknown) => {
    const ids = (event as DynamoDBStreamEvent).Records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '');
    calls.push(ids);
    const bad = failures < heals ? ids.findIndex((id) => poisoned.includes(id)) : -1;
    if (bad >= 0) failures++;
    if (bad >= 0 && how === 'throws') throw new Error('poison');
    for (const id of bad >= 0 ? ids.slice(0, bad) : ids) done.add(id);
    return { batchItemFailures: bad >= 0 ? [{ itemIdentifier: ids[bad] }] : [] };
  };
  const relay = createRelay({
    lambda: { name: 'publish-outbox', handler, timeoutSeconds: 60 },
    bus: createBus([], () => new Date()),
    streamArn: 'arn:stream',
    deadLetters: { keep: async (letter) => void deadLetters.push(letter) },
    pause: async () => {},
  });
  return { relay, calls, done, deadLetters };
}

describe('createRelay', () => {
  it('passes on new event items only, in the order of the stream', async () => {
    const { relay, calls } = aRelay([]);
    await relay.publish([
      aRecord(1),
      aRecord(2, { kind: 'record' }),
      aRecord(3),
      { ...aRecord(4), eventName: 'REMOVE' },
    ]);
    expect(calls).toEqual([['1', '3']]);
  });

  it('gives the function JSON as Lambda does: bytes are base64', async () => {
    const seen: unknown[] = [];
    const relay = createRelay({
      lambda: { name: 'x', timeoutSeconds: 1, handler: (event) => void seen.push(event) },
      bus: createBus([], () => new Date()),
      streamArn: 'arn:stream',
      deadLetters: { keep: async () => {} },
      pause: async () => {},
    });
    await relay.publish([aRecord(1)]);
    expect(JSON.parse(JSON.stringify(seen))).toEqual(seen);
    expect(seen).toMatchObject([
      { Records: [{ eventSource: 'aws:dynamodb', dynamodb: { NewImage: { data: { B: 'AQI=' } } } }] },
    ]);
  });

  it.each(['throws', 'reports'] as const)(
    'isolates one bad record of a hundred when the function %s: the others go through (D8)',
    async (how) => {
      const { relay, done, deadLetters, calls } = aRelay(['41'], how);
      await relay.publish(records(100));
      expect(done.size).toBe(99);
      expect(deadLetters).toMatchObject([{ queue: 'publish-outbox', messageId: '41' }]);
      expect(calls.length).toBeLessThan(40);
    },
  );

  it('gives a record that fails for a while as many chances as the deployed mapping (D8)', async () => {
    const { relay, done, deadLetters } = aRelay(['0'], 'throws', 8);
    await relay.publish(records(1));
    expect([...done]).toEqual(['0']);
    expect(deadLetters).toEqual([]);
  });

  it('does not call the function with nothing', async () => {
    const { relay, calls } = aRelay([]);
    const { settled } = await relay.publish([aRecord(1, { kind: 'record' })]);
    await settled;
    expect(calls).toEqual([]);
  });
});
