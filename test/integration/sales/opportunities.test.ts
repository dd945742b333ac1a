import { deleteRecord, getRecord, restoreRecord, updateRecord } from '@vinculo/records/records/service';
import type { CrmRecord } from '@vinculo/records/types/record-type';
import { opportunityModel } from '@vinculo/sales/catalogue';
import { setRates } from '@vinculo/sales/currency-rates/service';
import { createPipeline } from '@vinculo/sales/pipelines/service';
import { beforeAll, describe, expect, it } from 'vitest';
import { anOpportunity, aSeller, eur, type Seller, theDefaultPipeline, usd } from '../../support/sellers';
import { createTestTable, type TestTable } from '../../support/test-table';

let table: TestTable;

beforeAll(async () => {
  table = await createTestTable();
});

const move = (ctx: Seller, { id }: CrmRecord, patch: Record<string, unknown>) =>
  updateRecord(ctx, opportunityModel, id, patch);

const refusedAt = (pointer: string, code: string) =>
  expect.objectContaining({ status: 422, errors: [expect.objectContaining({ pointer, code })] });

describe('a new opportunity', () => {
  it('enters the first stage of the default pipeline, with its probability', async () => {
    const ctx = aSeller(table);
    const { pipeline, stage } = await theDefaultPipeline(ctx);
    const created = await anOpportunity(ctx);
    expect(created).toMatchObject({
      pipelineId: pipeline.id,
      stageId: stage('Qualification').id,
      status: 'open',
      probability: 10,
      stageEnteredAt: '2026-03-02T09:00:00.000Z',
    });
    expect(created).not.toHaveProperty('isProbabilityManual');
  });

  it('takes its pipeline from its stage', async () => {
    const ctx = aSeller(table);
    const { pipeline, stage } = await theDefaultPipeline(ctx);
    const created = await anOpportunity(ctx, { stageId: stage('Proposal').id });
    expect(created).toMatchObject({ pipelineId: pipeline.id, probability: 50 });
  });

  it('refuses a stage or pipeline that the tenant does not have (T3)', async () => {
    const ctx = aSeller(table);
    const { pipeline, stage } = await theDefaultPipeline(aSeller(table));
    await expect(anOpportunity(ctx, { stageId: stage('Proposal').id })).rejects.toThrow(
      refusedAt('/stageId', 'stage.unknown'),
    );
    await expect(anOpportunity(ctx, { pipelineId: pipeline.id })).rejects.toThrow(
      refusedAt('/pipelineId', 'pipeline.unknown'),
    );
  });

  it('refuses a stage of another pipeline than the one named', async () => {
    const ctx = aSeller(table);
    const { stage } = await theDefaultPipeline(ctx);
    const other = await createPipeline(ctx, {
      name: 'Renewals',
      stages: [
        { name: 'Due', probability: 60, kind: 'open' },
        { name: 'Renewed', probability: 0, kind: 'won' },
        { name: 'Gone', probability: 0, kind: 'lost' },
      ],
    });
    const values = { pipelineId: other.id, stageId: stage('Proposal').id };
    await expect(anOpportunity(ctx, values)).rejects.toThrow(refusedAt('/stageId', 'stage.not_in_pipeline'));
    const placed = await anOpportunity(ctx, { pipelineId: other.id });
    expect(placed).toMatchObject({ stageId: other.stages[0]?.id, probability: 60 });
  });

  it('takes neither status nor rate from its input (S12)', async () => {
    const ctx = aSeller(table);
    await expect(anOpportunity(ctx, { status: 'won' })).rejects.toMatchObject({ status: 422 });
    await expect(anOpportunity(ctx, { closedRate: '1' })).rejects.toMatchObject({ status: 422 });
  });
});

describe('the probability', () => {
  it('follows the stage until it is set by hand, stays then, and returns when it is cleared', async () => {
    const ctx = aSeller(table);
    const { stage } = await theDefaultPipeline(ctx);
    const deal = await anOpportunity(ctx);
    expect(await move(ctx, deal, { stageId: stage('Meeting').id })).toMatchObject({ probability: 25 });
    expect(await move(ctx, deal, { probability: 33 })).toMatchObject({ isProbabilityManual: true });
    expect(await move(ctx, deal, { stageId: stage('Proposal').id })).toMatchObject({ probability: 33 });
    const cleared = await move(ctx, deal, { probability: null });
    expect(cleared.probability).toBe(50);
    expect(cleared.isProbabilityManual).toBeUndefined();
  });

  it('is certain once it is closed, and the stage’s again when it is reopened', async () => {
    const ctx = aSeller(table);
    const { stage } = await theDefaultPipeline(ctx);
    const deal = await anOpportunity(ctx, { probability: 33 });
    expect(await move(ctx, deal, { stageId: stage('Won').id })).toMatchObject({ probability: 100 });
    expect(await move(ctx, deal, { stageId: stage('Lost').id, lostReason: 'Price' })).toMatchObject({
      probability: 0,
    });
    expect(await move(ctx, deal, { stageId: stage('Meeting').id })).toMatchObject({ probability: 25 });
  });
});

describe('closing', () => {
  it('asks why it was lost, and forgets the reason when it is reopened', async () => {
    const ctx = aSeller(table);
    const { stage } = await theDefaultPipeline(ctx);
    const deal = await anOpportunity(ctx);
    await expect(move(ctx, deal, { stageId: stage('Lost').id })).rejects.toThrow(
      refusedAt('/lostReason', 'required'),
    );
    const lost = await move(ctx, deal, { stageId: stage('Lost').id, lostReason: 'lsr_price' });
    expect(lost).toMatchObject({ status: 'lost', lostReason: 'Price', closedOn: '2026-03-02' });
    const reopened = await move(ctx, deal, { stageId: stage('Meeting').id });
    expect(reopened).toMatchObject({ status: 'open' });
    expect(reopened.lostReason).toBeUndefined();
    expect(reopened.closedOn).toBeUndefined();
  });

  it('happens on the calendar day of the tenant', async () => {
    const ctx = aSeller(table);
    const { stage } = await theDefaultPipeline(ctx);
    const deal = await anOpportunity(ctx);
    ctx.clock.set('2026-03-02T23:30:00.000Z');
    expect(await move(ctx, deal, { stageId: stage('Won').id })).toMatchObject({ closedOn: '2026-03-03' });
  });

  it('keeps a given day of the past, and refuses one of the future or of an open opportunity', async () => {
    const ctx = aSeller(table);
    const { stage } = await theDefaultPipeline(ctx);
    const won = await anOpportunity(ctx, { stageId: stage('Won').id, closedOn: '2025-11-30' });
    expect(won).toMatchObject({ closedOn: '2025-11-30' });
    await expect(move(ctx, won, { closedOn: '2026-03-03' })).rejects.toThrow(
      refusedAt('/closedOn', 'date.in_future'),
    );
    await expect(anOpportunity(ctx, { closedOn: '2026-03-01' })).rejects.toThrow(
      refusedAt('/closedOn', 'opportunity.not_closed'),
    );
  });

  it('freezes the rate of its day, which later rates do not move (D18)', async () => {
    const ctx = aSeller(table);
    const { stage } = await theDefaultPipeline(ctx);
    const rate = (date: string, value: string) =>
      setRates(ctx, { items: [{ currency: 'USD', date, rate: value }] });
    await rate('2026-02-01', '0.90');
    const deal = await anOpportunity(ctx, { amount: usd(100_000) });
    expect(deal.closedRate).toBeUndefined();
    const won = await move(ctx, deal, { stageId: stage('Won').id });
    const frozen = { closedRate: '0.90', closedRateOn: '2026-02-01', closedCurrency: 'EUR' };
    expect(won).toMatchObject(frozen);
    await rate('2026-03-01', '0.80');
    expect(await move(ctx, deal, { amount: usd(120_000) })).toMatchObject(frozen);

    expect(await move(ctx, deal, { stageId: stage('Meeting').id })).not.toHaveProperty('closedRate');
    expect(await move(ctx, deal, { stageId: stage('Won').id })).toMatchObject({ closedRate: '0.80' });
  });

  it('invents no rate where none is set, and takes it at the next change once there is one', async () => {
    const ctx = aSeller(table);
    const { stage } = await theDefaultPipeline(ctx);
    const deal = await anOpportunity(ctx, { amount: usd(100_000), stageId: stage('Won').id });
    expect(deal).not.toHaveProperty('closedRate');
    await setRates(ctx, { items: [{ currency: 'USD', date: '2026-01-01', rate: '0.91' }] });
    expect(await move(ctx, deal, { amount: usd(100_001) })).toMatchObject({ closedRate: '0.91' });
    const own = await anOpportunity(ctx, { amount: eur(5), stageId: stage('Won').id });
    expect(own).toMatchObject({ closedRate: '1', closedRateOn: '2026-03-02' });
  });
});

describe('restoring', () => {
  it('brings an opportunity back as it was', async () => {
    const ctx = aSeller(table);
    const { stage } = await theDefaultPipeline(ctx);
    const deal = await anOpportunity(ctx, { stageId: stage('Lost').id, lostReason: 'Price', amount: eur(7) });
    await deleteRecord(ctx, opportunityModel, deal.id);
    ctx.clock.advance({ days: 3 });
    await restoreRecord(ctx, opportunityModel, deal.id);
    const { version: _, updatedAt: __, ...before } = deal;
    expect(await getRecord(ctx, opportunityModel, deal.id)).toMatchObject(before);
  });
});
