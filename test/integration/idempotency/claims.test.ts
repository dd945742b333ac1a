import type { TenantContext } from '@vinculo/platform/context';
import { commit } from '@vinculo/platform/events/commit';
import {
  dropClaim,
  type Held,
  keepAnswer,
  reopenClaim,
  takeClaim,
} from '@vinculo/platform/idempotency/store';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createHarness, type Harness } from '../../support/harness';

let harness: Harness;
let ctx: TenantContext;
const scope = { actor: 'user:usr_1', operation: 'POST /things', key: 'k' };
const PRINT = 'fingerprint';
beforeEach(async () => {
  harness ??= await createHarness();
  ctx = harness.context();
});
afterAll(() => harness.close());

async function held(fingerprint = PRINT): Promise<Held> {
  const taken = await takeClaim(ctx, scope, fingerprint);
  if (!('held' in taken)) throw new Error('The request was made before');
  return taken.held;
}

const change = (claim: Held['claim']) =>
  commit(
    { ...ctx, claim },
    [{ put: { pk: 'thing', sk: 'thing' } }],
    [{ type: 'thing.made', subject: { type: 'thing', id: 'thing' }, data: {} }],
  );

const refused = (code: string) => expect.objectContaining({ code });

describe('a claim', () => {
  it('is taken over when its run must be over, and not before (D1)', async () => {
    await held();
    harness.clock.advance({ seconds: 29 });
    await expect(held()).rejects.toEqual(refused('idempotency.in_progress'));
    harness.clock.advance({ seconds: 1 });
    await expect(held()).resolves.toBeDefined();
  });

  it('lets a run that was taken over write nothing (D1)', async () => {
    const slow = await held();
    harness.clock.advance({ seconds: 31 });
    const next = await held();
    await expect(change(slow.claim)).rejects.toEqual(refused('idempotency.in_progress'));
    expect(await ctx.table.get({ pk: 'thing', sk: 'thing' })).toBeUndefined();
    await change(next.claim);
  });

  it('is not taken over from a run that has committed (D1)', async () => {
    const slow = await held();
    await change(slow.claim);
    harness.clock.advance({ seconds: 31 });
    const taken = await takeClaim(ctx, scope, PRINT);
    expect(taken).toMatchObject({ earlier: { committed: [{ type: 'thing', id: 'thing' }] } });
  });

  it('keeps what was committed, whatever its run says later (D1)', async () => {
    const run = await held();
    await change(run.claim);
    // As a run that never learnt that its commit went through.
    const unaware = { ...run, progress: { committed: undefined, isOpen: false } };
    await dropClaim(ctx, unaware);
    await reopenClaim(ctx, unaware);
    await expect(takeClaim(ctx, scope, PRINT)).resolves.toHaveProperty('earlier.committed');
  });

  it('is marked once: a handler that commits twice is refused', async () => {
    const { claim } = await held();
    await change(claim);
    await expect(change(claim)).rejects.toEqual(refused('idempotency.in_progress'));
  });

  it('goes on at once when its run ended without an answer, knowing the steps that are done (D1)', async () => {
    const first = await held();
    await change(first.claim.step(7));
    await reopenClaim(ctx, first);
    const second = await held();
    expect(second.claim.step(7).committed).toEqual([{ type: 'thing', id: 'thing' }]);
    expect(second.claim.step(8).committed).toBeUndefined();
    await expect(change(second.claim.step(7))).rejects.toEqual(refused('idempotency.in_progress'));
  });

  it('forgets steps with the day that they belong to (D1)', async () => {
    const first = await held();
    await change(first.claim.step(0));
    harness.clock.advance({ hours: 25 });
    expect((await held('another')).claim.step(0).committed).toBeUndefined();
  });

  it('is gone when it was dropped, and stays when an answer is kept', async () => {
    await dropClaim(ctx, await held());
    await keepAnswer(ctx, await held('corrected'), { status: 204, headers: {}, rights: '' });
    const taken = await takeClaim(ctx, scope, 'corrected');
    expect(taken).toMatchObject({ earlier: { answer: { status: 204 } } });
  });
});
