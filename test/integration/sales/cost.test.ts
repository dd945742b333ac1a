import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { createRecord, updateRecord } from '@vinculo/records/records/service';
import type { CrmRecord, RecordValues } from '@vinculo/records/types/record-type';
import { followAccount } from '@vinculo/sales/activities/follow-account';
import { readBoard } from '@vinculo/sales/board/service';
import { accountModel, activityModel, leadModel, opportunityModel } from '@vinculo/sales/catalogue';
import { convertLead } from '@vinculo/sales/conversion/service';
import { rateOn, setRates } from '@vinculo/sales/currency-rates/service';
import { readForecast } from '@vinculo/sales/forecast/service';
import { stageHistory } from '@vinculo/sales/opportunities/stage-history';
import { listPipelines } from '@vinculo/sales/pipelines/service';
import { keepTotals } from '@vinculo/sales/totals/keep-totals';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHarness, type Harness } from '../../support/harness';
import { anOpportunity, aTenantIn, eur, type Seller, usd } from '../../support/sellers';
import { openRecorder } from '../identity/commands';

const PER_STAGE = 30;
let harness: Harness;
let ctx: Seller;
let pipelineId: string;
let stages: string[];
let deals: CrmRecord[];
let leads: CrmRecord[];

beforeAll(async () => {
  harness = await createHarness();
  const tenant = await aTenantIn(harness);
  ctx = tenant.ctx;
  const { pipeline } = tenant;
  pipelineId = pipeline.id;
  stages = pipeline.stages.map(({ id }) => id);
  await setRates(ctx, { items: [{ currency: 'USD', date: '2026-01-01', rate: '0.9' }] });
  deals = [];
  for (let n = 0; n < PER_STAGE * stages.length; n++) {
    const month = String(1 + (n % 12)).padStart(2, '0');
    deals.push(
      await anOpportunity(ctx, {
        stageId: stages[n % stages.length],
        amount: n % 2 ? usd(1_000) : eur(1_000),
        expectedCloseOn: `2026-${month}-15`,
        lostReason: 'Price',
      }),
    );
  }
  leads = [];
  for (let n = 0; n < 2; n++) leads.push(await createRecord(ctx, leadModel, { lastName: 'L', company: 'C' }));
  await harness.drain();
}, 120_000);
afterAll(() => harness.close());

const everything = { account: { create: {} }, contact: {}, opportunity: {} };
const lead = (n: number) => leads[n]?.id ?? '';
const deal = (n: number) => deals[n]?.id ?? '';

/** Changes an opportunity, and answers the event that its consumers get then. */
async function changed(id: string, patch: RecordValues): Promise<DomainEvent> {
  await updateRecord(ctx, opportunityModel, id, patch);
  const { items } = await ctx.table.query({ pk: id, sk: { beginsWith: 'event#' } });
  const events = items.map(({ event }) => ({ ...(event as DomainEvent), tenantId: ctx.tenantId }));
  const updated = events.findLast(({ type }) => type === 'opportunity.updated');
  if (!updated) throw new Error('A change has an event');
  return updated;
}

/** As `docs/data-model.md` says; besides the check of the session. */
describe('what sales costs (P1)', () => {
  it.each<[string, () => Promise<unknown>, number, number, number]>([
    ['pipelines', () => listPipelines(ctx), 1, 1, 0],
    ['board of 6 stages with 20 cards each', () => readBoard(ctx, pipelineId, { perColumn: 20 }), 4, 13, 0],
    [
      'forecast of 12 months',
      () => readForecast(ctx, pipelineId, { from: '2026-01', months: 12 }),
      3,
      2.5,
      0,
    ],
    [
      'create an opportunity',
      () => anOpportunity(ctx, { amount: eur(5), expectedCloseOn: '2026-05-01' }),
      2,
      1,
      7,
    ],
    [
      'move an opportunity',
      () => updateRecord(ctx, opportunityModel, deal(0), { stageId: stages[1] }),
      3,
      2,
      10,
    ],
    [
      'win one in another currency',
      () => updateRecord(ctx, opportunityModel, deal(1), { stageId: stages[4] }),
      4,
      2.5,
      10,
    ],
    ['time in each stage', () => stageHistory(ctx, deal(0)), 2, 1.5, 0],
    ['a rate', () => rateOn(ctx, 'USD', '2026-02-01'), 1, 0.5, 0],
    ['convert a lead', () => convertLead(ctx, lead(0), everything, 1), 3, 2, 31],
  ])('stays within its budget: %s', async (_name, work, roundTrips, readUnits, writeUnits) => {
    const usage = await openRecorder(harness.table).measure(work);
    expect(usage.roundTrips).toBeLessThanOrEqual(roundTrips);
    expect(usage.readUnits).toBeLessThanOrEqual(readUnits);
    expect(usage.writeUnits).toBeLessThanOrEqual(writeUnits);
  });

  it('stays within its budget: the totals after a move', async () => {
    const event = await changed(deal(12), { stageId: stages[2] });
    const usage = await openRecorder(harness.table).measure(() => keepTotals(ctx, event));
    expect(usage).toMatchObject({ roundTrips: 3, readUnits: 2, writeUnits: 8 });
  });

  it('stays within its budget: following a change of account with two activities', async () => {
    const accounts = await Promise.all(
      ['Globex', 'Initech'].map((name) => createRecord(ctx, accountModel, { name })),
    );
    const [before, accountId] = accounts.map(({ id }) => id);
    await updateRecord(ctx, opportunityModel, deal(13), { accountId: before });
    for (const subject of ['Call', 'Mail']) {
      await createRecord(ctx, activityModel, { kind: 'note', subject, regardingId: deal(13) });
    }
    const event = await changed(deal(13), { accountId });
    const system = { ...ctx, actor: { kind: 'system' as const, id: 'test' } };
    const usage = await openRecorder(harness.table).measure(() => followAccount(system, event));
    expect(usage).toMatchObject({ roundTrips: 9, readUnits: 6.5, writeUnits: 18 });
  });
});
