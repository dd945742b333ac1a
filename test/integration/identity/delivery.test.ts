import { DeliveryRunningError, deliverOnce } from '@vinculo/platform/events/delivery';
import { newEventId } from '@vinculo/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHarness, type Harness } from '../../support/harness';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());

/** An effect that can be counted, and made to fail. */
function anEffect() {
  const effect = { count: 0, failure: undefined as Error | undefined };
  const send = async () => {
    if (effect.failure) throw effect.failure;
    effect.count++;
  };
  return { effect, send };
}

describe('deliverOnce', () => {
  it('has its effect once for a delivery that is repeated', async () => {
    const ctx = harness.context();
    const id = newEventId();
    const { effect, send } = anEffect();
    for (let time = 0; time < 3; time++) await deliverOnce(ctx, id, 'mail', send);
    expect(effect.count).toBe(1);
  });

  it('has its effect once for deliveries at the same moment; the others come back later', async () => {
    const ctx = harness.context();
    const id = newEventId();
    const { effect, send } = anEffect();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => deliverOnce(ctx, id, 'mail', send)),
    );
    expect(effect.count).toBe(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(DeliveryRunningError);
    }
    await deliverOnce(ctx, id, 'mail', send);
    expect(effect.count).toBe(1);
  });

  it('tries again at once after a failure that was seen', async () => {
    const ctx = harness.context();
    const id = newEventId();
    const { effect, send } = anEffect();
    effect.failure = new Error('the provider is down');
    await expect(deliverOnce(ctx, id, 'mail', send)).rejects.toThrow('the provider is down');
    effect.failure = undefined;
    await deliverOnce(ctx, id, 'mail', send);
    expect(effect.count).toBe(1);
  });

  it('takes over from an attempt that died, when that one must be over', async () => {
    const ctx = harness.context();
    const id = newEventId();
    const { effect, send } = anEffect();
    const claim = { pk: id, sk: 'delivery#mail', kind: 'delivery', claimedAt: ctx.clock.now().toISOString() };
    await ctx.table.batchWrite([{ put: claim }]);

    await expect(deliverOnce(ctx, id, 'mail', send)).rejects.toThrow(DeliveryRunningError);
    harness.clock.advance({ minutes: 2 });
    await deliverOnce(ctx, id, 'mail', send);
    expect(effect.count).toBe(1);
  });

  it('keeps effects of different names and tenants apart', async () => {
    const id = newEventId();
    const { effect, send } = anEffect();
    const ctx = harness.context();
    await deliverOnce(ctx, id, 'mail', send);
    await deliverOnce(ctx, id, 'notice', send);
    await deliverOnce(harness.context(), id, 'mail', send);
    expect(effect.count).toBe(3);
  });
});
