import type { UserContext } from '@vinculo/identity/access/user-context';
import { listNotifications } from '@vinculo/records/notifications/service';
import { deleteRecord, restoreRecord, updateRecord } from '@vinculo/records/records/service';
import { opportunityModel } from '@vinculo/sales/catalogue';
import { updatePipeline } from '@vinculo/sales/pipelines/service';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHarness, type Harness } from '../../support/harness';
import { anOpportunity, aTenantIn } from '../../support/sellers';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
beforeEach(() => harness.clock.set('2026-03-02T09:00:00.000Z'));
afterAll(() => harness.close());

const aTenant = () => aTenantIn(harness);

async function toldAbout(ctx: UserContext) {
  const { items } = await listNotifications(ctx);
  return items.map(({ kind, recordId, at }) => ({ kind, recordId, at }));
}

const notice = (recordId: string, at: string) => ({ kind: 'opportunity.rotting', recordId, at });

describe('the rotting timer', () => {
  it('tells the owner once when a stage allows no longer, however often it rings (D5)', async () => {
    const { ctx } = await aTenant();
    const deal = await anOpportunity(ctx);
    await harness.drain({ seed: 1, duplicates: 0.8 });
    harness.clock.advance({ days: 13, hours: 23 });
    await harness.drain();
    expect(await toldAbout(ctx)).toEqual([]);
    harness.clock.advance({ hours: 1 });
    await harness.drain({ seed: 2, duplicates: 0.8 });
    expect(await toldAbout(ctx)).toEqual([notice(deal.id, '2026-03-16T09:00:00.000Z')]);
    harness.clock.advance({ days: 30 });
    await harness.drain();
    expect(await toldAbout(ctx)).toHaveLength(1);
  });

  it('begins anew in the next stage, and ends with the opportunity', async () => {
    const { ctx, stage } = await aTenant();
    const moved = await anOpportunity(ctx);
    const won = await anOpportunity(ctx);
    const deleted = await anOpportunity(ctx);
    await harness.drain();
    harness.clock.advance({ days: 10 });
    await updateRecord(ctx, opportunityModel, moved.id, { stageId: stage('Meeting').id });
    await updateRecord(ctx, opportunityModel, won.id, { stageId: stage('Won').id });
    await deleteRecord(ctx, opportunityModel, deleted.id);
    await harness.drain({ seed: 3 });
    harness.clock.advance({ days: 20 });
    await harness.drain();
    expect(await toldAbout(ctx)).toEqual([]);
    harness.clock.advance({ days: 1 });
    await harness.drain();
    expect(await toldAbout(ctx)).toEqual([notice(moved.id, '2026-04-02T09:00:00.000Z')]);
  });

  it('comes back with a restored opportunity', async () => {
    const { ctx } = await aTenant();
    const deal = await anOpportunity(ctx);
    await deleteRecord(ctx, opportunityModel, deal.id);
    await restoreRecord(ctx, opportunityModel, deal.id);
    await harness.drain();
    harness.clock.advance({ days: 14 });
    await harness.drain();
    expect(await toldAbout(ctx)).toHaveLength(1);
  });

  it('follows a stage that allows more days or fewer', async () => {
    const { ctx, pipeline } = await aTenant();
    const deal = await anOpportunity(ctx);
    await harness.drain();
    const allow = async (rottingDays: number, version: number) => {
      const stages = pipeline.stages.map((stage) =>
        stage.name === 'Qualification' ? { ...stage, rottingDays } : stage,
      );
      await updatePipeline(ctx, pipeline.id, { stages }, version);
      await harness.drain();
    };
    await allow(20, 1);
    harness.clock.advance({ days: 14 });
    await harness.drain();
    expect(await toldAbout(ctx)).toEqual([]);
    await allow(15, 2);
    harness.clock.advance({ days: 1 });
    await harness.drain();
    expect(await toldAbout(ctx)).toEqual([notice(deal.id, '2026-03-17T09:00:00.000Z')]);
    expect(harness.deadLetters).toEqual([]);
  });
});
