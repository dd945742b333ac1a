import { createApp } from '@vinculo/functions/api/app';
import type { Item } from '@vinculo/platform/table/writes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiAnswer, type ApiClient, signUpCompany } from '../support/api-client';
import { dumpTable } from '../support/dump-table';
import { type Faults, injectFaults, killAt } from '../support/faults';
import { createHarness, type Harness } from '../support/harness';
import { shapeOf } from './invariants';
import { keyedCases, namedAs } from './keyed-cases';

let harness: Harness;
let faults: Faults;
let client: ApiClient;
let tenantId: string;
beforeAll(async () => {
  harness = await createHarness();
  faults = injectFaults(harness.table.connection);
  const company = await signUpCompany(harness);
  ({ client } = company);
  tenantId = company.session.tenant.id;
  // A tenant's default pipeline is made when it is first needed: a change of its own.
  await client.get('/pipelines');
});
afterAll(() => harness.close());

/** The tenant's items but for those that remember requests. */
async function changesSince(before: readonly string[]): Promise<{ added: string[]; removed: string[] }> {
  const after = await shape();
  return { added: less(after, before), removed: less(before, after) };
}

async function shape(): Promise<string[]> {
  const isOwn = ({ pk, kind }: Item) =>
    pk.startsWith(`${tenantId}#`) && !String(kind).startsWith('idempotency');
  const items = (await dumpTable(harness.table)).filter(isOwn);
  // The tenant itself is changed again and again.
  return shapeOf(items).map((line) => line.replace(/(tenant.*) \d+$/, '$1'));
}

function less(all: readonly string[], some: readonly string[]): string[] {
  const left = [...all];
  for (const one of some) {
    const position = left.indexOf(one);
    if (position >= 0) left.splice(position, 1);
  }
  return left;
}

/** Sends a request again as a client does: when it is told to wait, after the run of the first must be over. */
async function untilAnswered(ask: () => Promise<ApiAnswer>): Promise<ApiAnswer> {
  const answer = await ask();
  if (answer.body?.code !== 'idempotency.in_progress') return answer;
  harness.clock.advance({ seconds: 31 });
  return ask();
}

let keys = 0;
const nextKey = () => ({ 'idempotency-key': `case ${++keys}` });

describe.each(keyedCases)(
  '$name with an Idempotency-Key',
  ({ arrange, status, repeated = status, isComplete }) => {
    it('takes effect once, with its events, wherever the process is killed before it is sent again (D1)', async () => {
      // The first of its kind may write more, as what is remembered for the next.
      await (await arrange(harness, client))(nextKey());
      const send = await arrange(harness, client);
      const start = await shape();
      expect((await send(nextKey())).status).toBe(status);
      const whole = await changesSince(start);
      expect(whole.added.length).toBeGreaterThan(0);

      for (let index = 0, isOver = false; !isOver; index++) {
        const again = await arrange(harness, client);
        const before = await shape();
        const key = nextKey();
        faults.plan(killAt(index, 'after'));
        const killed = await again(key);
        isOver = faults.calls() <= index;
        faults.plan();
        if (isOver) expect(killed.status).toBe(status);
        const answer = await untilAnswered(() => again(key));
        const where = `killed after call ${index}: ${JSON.stringify(answer.body)}`;
        expect([status, repeated], where).toContain(answer.status);
        expect(isComplete(answer), where).toBe(true);
        expect(await changesSince(before), where).toEqual(whole);
        const repetition = await again(key);
        expect(repetition.status, where).toBe(repeated);
        if (repeated === status) expect(repetition.headers.get('idempotency-replayed'), where).toBe('true');
      }
    });
  },
);

describe('the cases', () => {
  it('have every operation that takes a key (D1)', async () => {
    const document = await (await createApp().request('/api/v1/openapi.json')).json();
    const keyed = Object.entries(
      document.paths as Record<string, { post?: { parameters: { $ref?: string }[] } }>,
    )
      .filter(([, { post }]) => post?.parameters.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey')))
      .map(([path]) => namedAs(path));
    expect(new Set(keyed)).toEqual(new Set(keyedCases.map(({ name }) => name)));
  });
});
