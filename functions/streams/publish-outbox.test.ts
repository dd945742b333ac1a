import { marshall } from '@aws-sdk/util-dynamodb';
import { type BusEntry, provideBus } from '@vinculo/platform/events/bus';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from './publish-outbox';

const TENANT = 'ten_01HZZZZZZZZZZZZZZZZZZZZZZZ';

function anEvent(position: number, data: Record<string, unknown> = {}) {
  return {
    id: `evt_${position}`,
    type: 'contact.created',
    version: 1,
    at: '2026-11-24T10:00:00.000Z',
    actor: { kind: 'user', id: 'usr_1' },
    subject: { type: 'contact', id: `con_${position}`, version: 1 },
    data,
  };
}

function aRecord(
  position: number,
  item: Record<string, unknown> = { event: anEvent(position) },
): DynamoDBRecord {
  const image = { pk: `${TENANT}#con_${position}`, sk: `event#evt_${position}`, kind: 'event', ...item };
  return {
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber: String(position),
      NewImage: marshall(image) as NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>,
    },
  };
}

function aStream(count: number): DynamoDBStreamEvent {
  return { Records: Array.from({ length: count }, (_, position) => aRecord(position)) };
}

/** A bus that refuses an event id as often as it is told to, and remembers what it took. */
function aBus(refusals: Record<string, number> = {}) {
  const calls: string[][] = [];
  const taken: string[] = [];
  const left = { ...refusals };
  provideBus(async (entries) => {
    calls.push(entries.map(idOf));
    return entries.map((entry) => {
      const id = idOf(entry);
      if ((left[id] ?? 0) > 0) {
        left[id] = (left[id] ?? 0) - 1;
        return 'ThrottlingException';
      }
      taken.push(id);
      return undefined;
    });
  });
  return { calls, taken };
}

function idOf({ Detail }: BusEntry): string {
  return JSON.parse(Detail).id;
}

const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `evt_${from + index}`);

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

describe('publish-outbox', () => {
  it('publishes every event in order, ten a call', async () => {
    const bus = aBus();
    expect(await handler(aStream(23))).toEqual({ batchItemFailures: [] });
    expect(bus.calls.map((call) => call.length)).toEqual([10, 10, 3]);
    expect(bus.taken).toEqual(ids(0, 23));
  });

  it('takes the tenant from the key, whatever the content says (T4)', async () => {
    let detail: unknown;
    provideBus(async ([entry]) => {
      detail = JSON.parse(entry?.Detail ?? '{}');
      return [undefined];
    });
    await handler({ Records: [aRecord(0, { event: { ...anEvent(0), tenantId: 'ten_other' } })] });
    expect(detail).toEqual({ ...anEvent(0), tenantId: TENANT });
  });

  it('sends again only the entries that the bus refused (D7)', async () => {
    const bus = aBus({ evt_3: 2, evt_7: 1 });
    expect(await handler(aStream(10))).toEqual({ batchItemFailures: [] });
    expect(bus.calls).toEqual([ids(0, 10), ['evt_3', 'evt_7'], ['evt_3']]);
    expect(bus.taken.toSorted()).toEqual(ids(0, 10).toSorted());
  });

  it('reports the first record that the bus keeps refusing, and goes no further (D7)', async () => {
    const bus = aBus({ evt_14: 99, evt_16: 99 });
    expect(await handler(aStream(40))).toEqual({ batchItemFailures: [{ itemIdentifier: '14' }] });
    expect(bus.taken).toEqual([...ids(0, 14), 'evt_15', ...ids(17, 20)]);
  });

  it('reports the first record of a call that fails as a whole (D7)', async () => {
    provideBus(async () => {
      throw new Error('connection reset');
    });
    expect(await handler(aStream(3))).toEqual({ batchItemFailures: [{ itemIdentifier: '0' }] });
  });

  it('publishes what precedes a poison record and reports that record (D8)', async () => {
    const bus = aBus();
    const { Records } = aStream(5);
    Records[3] = aRecord(3, { event: { type: 'nonsense' } });
    expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '3' }] });
    expect(bus.taken).toEqual(ids(0, 3));
  });

  it('treats an event without a tenant as poison (T4)', async () => {
    const bus = aBus();
    const Records = [aRecord(0, { pk: 'directory#con_0', event: anEvent(0) })];
    expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '0' }] });
    expect(bus.taken).toEqual([]);
  });

  it('keeps each call under the size that the bus takes', async () => {
    const bus = aBus();
    const Records = Array.from({ length: 6 }, (_, position) =>
      aRecord(position, { event: anEvent(position, { note: 'x'.repeat(90_000) }) }),
    );
    await handler({ Records });
    expect(bus.calls.map((call) => call.length)).toEqual([2, 2, 2]);
  });

  it('loses nothing and acknowledges nothing wrongly, whatever the bus refuses (D7)', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const refusals = fc.dictionary(
      fc.integer({ min: 0, max: 29 }).map((position) => `evt_${position}`),
      fc.integer({ min: 1, max: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 30 }), refusals, async (count, refused) => {
        const bus = aBus(refused);
        let { Records } = aStream(count);
        for (let round = 0; Records.length > 0 && round < 50; round++) {
          const { batchItemFailures } = await handler({ Records });
          const [failure] = batchItemFailures;
          const done = failure
            ? Records.findIndex((record) => record.dynamodb?.SequenceNumber === failure.itemIdentifier)
            : Records.length;
          for (const record of Records.slice(0, done))
            expect(bus.taken).toContain(`evt_${record.dynamodb?.SequenceNumber}`);
          Records = Records.slice(done);
        }
        expect(new Set(bus.taken)).toEqual(new Set(ids(0, count)));
      }),
      { numRuns: 100 },
    );
  });

  it('reports malformed records instead of crashing', async () => {
    aBus();
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.string(),
          fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string())),
        ),
        async (event) => {
          const { batchItemFailures } = await handler({ Records: [aRecord(0, { event })] });
          expect(batchItemFailures).toEqual([{ itemIdentifier: '0' }]);
        },
      ),
      { numRuns: 100 },
    );
  });
});
