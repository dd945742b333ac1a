import type { Access } from '@vinculo/identity/access/access';
import { updateRecord } from '@vinculo/records/records/service';
import { opportunityModel } from '@vinculo/sales/catalogue';
import { setRates } from '@vinculo/sales/currency-rates/service';
import { readForecast } from '@vinculo/sales/forecast/service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHarness, type Harness } from '../../support/harness';
import { aColleague, anOpportunity, aTenantIn, eur, type Seller, usd } from '../../support/sellers';
import { EVERYTHING } from '../../support/user-context';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());

async function aTenant() {
  harness.clock.set('2026-03-02T09:00:00.000Z');
  return aTenantIn(harness);
}

const rate = (ctx: Seller, date: string, value: string) =>
  setRates(ctx, { items: [{ currency: 'USD', date, rate: value }] });

describe('readForecast', () => {
  it('weighs what should close in each month, and tells what was won', async () => {
    const { ctx, pipeline, stage } = await aTenant();
    await anOpportunity(ctx, { amount: eur(10_000), expectedCloseOn: '2026-03-20' });
    await anOpportunity(ctx, { amount: eur(20_000), expectedCloseOn: '2026-03-31', probability: 40 });
    await anOpportunity(ctx, {
      amount: eur(5_001),
      expectedCloseOn: '2026-04-01',
      stageId: stage('Proposal').id,
    });
    await anOpportunity(ctx, { amount: eur(7_000), expectedCloseOn: '2026-05-01', stageId: stage('Won').id });
    await anOpportunity(ctx, {
      amount: eur(9_000),
      expectedCloseOn: '2026-03-01',
      stageId: stage('Lost').id,
      lostReason: 'Price',
    });
    await anOpportunity(ctx, { amount: eur(1) });
    await harness.drain({ seed: 3 });
    const forecast = await readForecast(ctx, pipeline.id, { months: 3 });
    expect(forecast).toEqual({
      currency: 'EUR',
      rateDate: '2026-03-02',
      rates: [{ currency: 'EUR', rate: '1', date: '2026-03-02' }],
      months: [
        {
          month: '2026-03',
          amountMinor: 30_000,
          weightedMinor: 9_000,
          wonMinor: 7_000,
          count: 2,
          wonCount: 1,
        },
        { month: '2026-04', amountMinor: 5_001, weightedMinor: 2_500, wonMinor: 0, count: 1, wonCount: 0 },
        { month: '2026-05', amountMinor: 0, weightedMinor: 0, wonMinor: 0, count: 0, wonCount: 0 },
      ],
      unconverted: [],
      isComplete: true,
    });
  });

  it('moves with today’s rate while open, and never after closing (D18)', async () => {
    const { ctx, pipeline, stage } = await aTenant();
    await rate(ctx, '2026-03-01', '0.90');
    const open = { amount: usd(10_000), expectedCloseOn: '2026-03-20' };
    const deal = await anOpportunity(ctx, open);
    await anOpportunity(ctx, open);
    await updateRecord(ctx, opportunityModel, deal.id, { stageId: stage('Won').id });
    await harness.drain();
    const march = async () =>
      (await readForecast(ctx, pipeline.id, { from: '2026-03', months: 1 })).months[0];
    expect(await march()).toMatchObject({ amountMinor: 9_000, wonMinor: 9_000 });
    ctx.clock.advance({ days: 40 });
    await rate(ctx, '2026-04-01', '0.50');
    expect(await march()).toMatchObject({ amountMinor: 5_000, wonMinor: 9_000 });
  });

  it('lists what has no rate apart, in its own currency, and adds it to nothing (D18)', async () => {
    const { ctx, pipeline, stage } = await aTenant();
    await anOpportunity(ctx, { amount: usd(10_000), expectedCloseOn: '2026-03-20', probability: 50 });
    await anOpportunity(ctx, { amount: usd(3_000), stageId: stage('Won').id });
    await anOpportunity(ctx, { amount: eur(200), expectedCloseOn: '2026-03-20', probability: 50 });
    await harness.drain();
    const forecast = await readForecast(ctx, pipeline.id, { months: 1 });
    expect(forecast.months[0]).toMatchObject({ amountMinor: 200, weightedMinor: 100, wonMinor: 0, count: 2 });
    expect(forecast.unconverted).toEqual([
      { month: '2026-03', currency: 'USD', amountMinor: 10_000, weightedMinor: 5_000, wonMinor: 3_000 },
    ]);
  });

  it('adds up only what the role may see (S11)', async () => {
    const { ctx, pipeline } = await aTenant();
    const level = (read: 'own' | 'team'): Access => ({
      ...EVERYTHING,
      types: { '*': { create: read, read, update: read, delete: read } },
    });
    const mine = aColleague(ctx, harness.table, { access: level('own') });
    const ours = aColleague(ctx, harness.table, { access: level('team'), teamIds: ['tea_1'] });
    const values = (amountMinor: number) => ({ amount: eur(amountMinor), expectedCloseOn: '2026-03-20' });
    await anOpportunity(ctx, values(100));
    await anOpportunity(mine, values(10));
    await anOpportunity(ours, values(1));
    await harness.drain();
    const seen = async (by: Seller) =>
      (await readForecast(by, pipeline.id, { months: 1 })).months[0]?.amountMinor;
    expect([await seen(ctx), await seen(mine), await seen(ours)]).toEqual([111, 10, 1]);
  });

  it('is refused to a role that may not see what it adds up (S10)', async () => {
    const { ctx, pipeline } = await aTenant();
    for (const field of ['amount', 'probability', 'expectedCloseOn']) {
      const access: Access = { ...EVERYTHING, fields: { opportunity: { [field]: 'hidden' } } };
      const blind = aColleague(ctx, harness.table, { access });
      await expect(readForecast(blind, pipeline.id, { months: 1 })).rejects.toMatchObject({ status: 403 });
    }
  });
});
