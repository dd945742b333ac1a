import type { Access } from '@vinculo/identity/access/access';
import { updateRecord } from '@vinculo/records/records/service';
import { readBoard } from '@vinculo/sales/board/service';
import { opportunityModel } from '@vinculo/sales/catalogue';
import { setRates } from '@vinculo/sales/currency-rates/service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHarness, type Harness } from '../../support/harness';
import {
  aColleague,
  anOpportunity,
  aTenantIn,
  eur,
  type Seller,
  theDefaultPipeline,
  usd,
} from '../../support/sellers';
import { EVERYTHING } from '../../support/user-context';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());

const aTenant = () => aTenantIn(harness);

const level = (read: 'own' | 'team'): Access => ({
  ...EVERYTHING,
  types: { '*': { create: read, read, update: read, delete: read } },
});

async function column(ctx: Seller, pipelineId: string, name: string, query: object = {}) {
  const board = await readBoard(ctx, pipelineId, { perColumn: 20, ...query });
  const { stage } = await theDefaultPipeline(ctx);
  const found = board.columns.find(({ stageId }) => stageId === stage(name).id);
  if (!found) throw new Error(`The board has no column ${name}`);
  return found;
}

describe('readBoard', () => {
  it('shows a column for each stage in their order, with what is in it, at once', async () => {
    const { ctx, pipeline, stage } = await aTenant();
    const deal = await anOpportunity(ctx, { amount: eur(500) });
    const before = await readBoard(ctx, pipeline.id, { perColumn: 20 });
    expect(before.columns.map(({ stageId }) => stageId)).toEqual(pipeline.stages.map(({ id }) => id));
    expect(before.columns.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0]);
    await updateRecord(ctx, opportunityModel, deal.id, { stageId: stage('Proposal').id });
    const after = await readBoard(ctx, pipeline.id, { perColumn: 20 });
    expect(after.columns.map(({ count }) => count)).toEqual([0, 0, 1, 0, 0, 0]);
  });

  it('names the currency of every total and never adds two (D18)', async () => {
    const { ctx, pipeline } = await aTenant();
    await setRates(ctx, { items: [{ currency: 'USD', date: '2026-01-01', rate: '0.5' }] });
    for (const amount of [eur(1_000), eur(2_000), usd(4_000), { amountMinor: 300, currency: 'GBP' }]) {
      await anOpportunity(ctx, { amount });
    }
    await anOpportunity(ctx);
    expect(await column(ctx, pipeline.id, 'Qualification')).toMatchObject({
      count: 5,
      totals: [
        { currency: 'EUR', amountMinor: 3_000, baseAmountMinor: 3_000, unconvertedMinor: 0 },
        { currency: 'GBP', amountMinor: 300, baseAmountMinor: null, unconvertedMinor: 300 },
        { currency: 'USD', amountMinor: 4_000, baseAmountMinor: 2_000, unconvertedMinor: 0 },
      ],
      baseTotalMinor: 5_000,
    });
  });

  it('says the same from kept totals as from its cards', async () => {
    const { ctx, pipeline, stage } = await aTenant();
    await setRates(ctx, { items: [{ currency: 'USD', date: '2026-01-01', rate: '0.91' }] });
    for (let n = 1; n <= 8; n++) {
      await anOpportunity(ctx, { amount: n % 2 ? usd(n * 111) : eur(n * 37) });
      await anOpportunity(ctx, { amount: usd(n * 13), stageId: stage('Won').id });
    }
    await harness.drain({ seed: 7 });
    for (const name of ['Qualification', 'Won']) {
      const { items: _, nextCursor, ...kept } = await column(ctx, pipeline.id, name, { perColumn: 3 });
      const { items: __, nextCursor: ___, ...added } = await column(ctx, pipeline.id, name);
      expect(nextCursor).not.toBeNull();
      expect(kept).toEqual(added);
      expect(kept.count).toBe(8);
    }
    expect(harness.deadLetters).toEqual([]);
  });

  it('counts only what the role may see, in cards and in totals (S11)', async () => {
    const { ctx, pipeline } = await aTenant();
    const mine = aColleague(ctx, harness.table, { access: level('own') });
    const ours = aColleague(ctx, harness.table, { access: level('team'), teamIds: ['tea_1'] });
    for (let n = 0; n < 6; n++) {
      await anOpportunity(ctx, { amount: eur(100) });
      await anOpportunity(mine, { amount: eur(10) });
      await anOpportunity(ours, { amount: eur(1) });
    }
    await harness.drain();
    for (const perColumn of [2, 20]) {
      const seen = async (by: Seller) => {
        const { count, baseTotalMinor } = await column(by, pipeline.id, 'Qualification', { perColumn });
        return { count, baseTotalMinor };
      };
      expect(await seen(ctx)).toEqual({ count: 18, baseTotalMinor: 666 });
      expect(await seen(mine)).toEqual({ count: 6, baseTotalMinor: 60 });
      expect(await seen(ours)).toEqual({ count: 6, baseTotalMinor: 6 });
    }
  });

  it('tells no amount to a role that may not see amounts (S10)', async () => {
    const { ctx, pipeline } = await aTenant();
    const blind = aColleague(ctx, harness.table, {
      access: { ...EVERYTHING, fields: { opportunity: { amount: 'hidden' } } },
    });
    for (let n = 0; n < 4; n++) await anOpportunity(ctx, { amount: eur(777_777) });
    await harness.drain();
    for (const perColumn of [2, 20]) {
      const board = await readBoard(blind, pipeline.id, { perColumn });
      expect(JSON.stringify(board)).not.toMatch(/777777|3111108/);
      expect(board.columns[0]).toMatchObject({ count: 4, totals: [] });
    }
  });

  it('counts only what a filter keeps', async () => {
    const { ctx, pipeline } = await aTenant();
    for (let n = 0; n < 5; n++)
      await anOpportunity(ctx, { amount: eur(10), tags: n % 2 ? ['hot'] : ['cold'] });
    const filter = [{ field: 'tags', op: 'eq', value: 'cold' }];
    for (const perColumn of [1, 20]) {
      expect(await column(ctx, pipeline.id, 'Qualification', { perColumn, filter })).toMatchObject({
        count: 3,
        baseTotalMinor: 30,
      });
    }
  });

  it('flags what has been in its stage for too long', async () => {
    const { ctx, pipeline } = await aTenant();
    const old = await anOpportunity(ctx, { name: 'Old' });
    ctx.clock.advance({ days: 13 });
    await anOpportunity(ctx, { name: 'New' });
    const flags = async () => {
      const { items } = await column(ctx, pipeline.id, 'Qualification');
      return Object.fromEntries(items.map(({ id, isRotting }) => [id === old.id ? 'old' : 'new', isRotting]));
    };
    expect(await flags()).toEqual({ old: false, new: false });
    ctx.clock.advance({ days: 1 });
    expect(await flags()).toEqual({ old: true, new: false });
  });

  it('is not found for a pipeline of another tenant (T3)', async () => {
    const { pipeline } = await aTenant();
    const { ctx } = await aTenant();
    await expect(readBoard(ctx, pipeline.id, { perColumn: 20 })).rejects.toMatchObject({ status: 404 });
  });
});
