import { randomUUID } from 'node:crypto';
import { registry } from '@vinculo/functions/registry';
import { invokeConsumer } from '@vinculo/local/delivery/invoke';
import { toLambda } from '@vinculo/local/system/load-handler';
import { newEventId, newId } from '@vinculo/platform/ids';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpTable } from '../../support/dump-table';
import { createHarness, type Harness } from '../../support/harness';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());

const consumers = registry.filter((entry) => 'on' in entry || 'queue' in entry);

function aMessage(body: string) {
  return { id: randomUUID(), body, sentAtMs: 0, visibleAtMs: 0, receiveCount: 1 };
}

function anEnvelope(changes: Record<string, unknown> = {}) {
  const detail = {
    id: newEventId(),
    type: 'tenant.signed_up',
    version: 1,
    tenantId: newId('ten'),
    at: '2027-01-01T00:00:00.000Z',
    actor: { kind: 'system', id: 'test' },
    subject: { type: 'user', id: newId('usr') },
    data: {},
    ...changes,
  };
  return JSON.stringify({ detail });
}

/** What a broken producer, a wrong rule or a hand in the console could send. */
const MALFORMED = [
  '',
  'null',
  '[]',
  '{}',
  '"text"',
  '{"detail":null}',
  '{"detail":',
  '{"tenantId":"ten_1"}',
  anEnvelope({ tenantId: undefined }),
  anEnvelope({ tenantId: '' }),
  anEnvelope({ tenantId: 'directory' }),
  anEnvelope({ tenantId: null }),
  anEnvelope({ id: 'x' }),
  anEnvelope({ type: '' }),
  anEnvelope({ subject: 'usr_1' }),
  anEnvelope({ actor: { kind: 'root', id: '' } }),
  anEnvelope({ at: 'yesterday' }),
  anEnvelope({ version: 2 }),
  anEnvelope({ data: 'text' }),
];

describe.each(consumers)('$name', (entry) => {
  it('fails each malformed message by itself, so that it ends in the DLQ, and has no effect (T4)', async () => {
    const before = await dumpTable(harness.table);
    const batch = MALFORMED.map(aMessage);
    const failed = await invokeConsumer(toLambda(entry), batch);
    expect([...failed.keys()].sort()).toEqual(batch.map(({ id }) => id).sort());
    expect(await dumpTable(harness.table)).toEqual(before);
    expect(await harness.mailbox.list()).toEqual([]);
  });

  it('survives messages of any shape', async () => {
    const lambda = toLambda(entry);
    const bodies = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((detail) => JSON.stringify({ detail })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bodies, { minLength: 1, maxLength: 5 }), async (texts) => {
        const batch = texts.map(aMessage);
        expect((await invokeConsumer(lambda, batch)).size).toBe(batch.length);
      }),
      { numRuns: 20 },
    );
  });
});
