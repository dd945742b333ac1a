import { registry } from '@vinculo/functions/registry';
import { commit } from '@vinculo/platform/events/commit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHarness, type Harness } from '../../support/harness';

describe('harness', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await createHarness({ registry: registry.filter((entry) => 'stream' in entry) });
  });
  afterAll(() => harness.close());

  it('carries an event from its transaction through the real stream and relay to the bus', async () => {
    const ctx = harness.context();
    const subject = { type: 'account', id: 'acc_1' };
    const [committed] = await commit(
      ctx,
      [{ put: { pk: 'acc_1', sk: 'record' } }],
      [{ type: 'account.created', subject, data: { after: { name: 'Acme', size: 3 } } }],
    );
    await harness.drain();
    expect(harness.published).toEqual([committed]);
    await harness.drain();
    expect(harness.published).toHaveLength(1);
    expect(harness.deadLetters).toEqual([]);
  });

  it('fires a timer once its time has come, and only then', async () => {
    const ctx = harness.context();
    const at = new Date(harness.clock.now().getTime() + 60_000);
    const subject = { type: 'tenant', id: ctx.tenantId };
    await ctx.ports.schedules.set({
      tenantId: ctx.tenantId,
      name: 'trial',
      at,
      timer: 'trial-ends',
      subject,
    });
    await harness.drain();
    const before = harness.published.length;
    harness.clock.advance({ minutes: 1 });
    await harness.drain();
    await harness.drain();
    expect(harness.published.slice(before)).toMatchObject([
      { type: 'timer.due', tenantId: ctx.tenantId, subject, data: { timer: 'trial-ends' } },
    ]);
  });
});
