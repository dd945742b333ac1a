import { getRecord } from '@vinculo/records/records/service';
import { opportunityModel } from '@vinculo/sales/catalogue';
import type { Pipeline, PipelinePatch } from '@vinculo/sales/pipelines/schema';
import { deletePipeline, getPipeline, listPipelines, updatePipeline } from '@vinculo/sales/pipelines/service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHarness, type Harness } from '../../support/harness';
import { aColleague, anOpportunity, aSeller, aTenantIn, type Seller } from '../../support/sellers';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());

const aTenant = () => aTenantIn(harness);

const change = (ctx: Seller, { id, version }: Pipeline, patch: PipelinePatch) =>
  updatePipeline(ctx, id, patch, version);

const without = ({ stages }: Pipeline, name: string) => stages.filter((stage) => stage.name !== name);

const refusal = (pointer: string, code: string) => ({
  status: 422,
  errors: [expect.objectContaining({ pointer, code })],
});

describe('listPipelines', () => {
  it('gives a new tenant one pipeline in its language, however many ask at once', async () => {
    const ctx = aSeller(harness.table);
    const spanish = { ...ctx, tenant: { ...ctx.tenant, locale: 'es' } };
    const answers = await Promise.all(Array.from({ length: 8 }, () => listPipelines(spanish)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject([{ name: 'Ventas', isDefault: true, stages: { length: 6 } }]);
  });

  it('shows no pipeline of another tenant (T3)', async () => {
    const { pipeline } = await aTenant();
    const { ctx } = await aTenant();
    await expect(getPipeline(ctx, pipeline.id)).rejects.toMatchObject({ status: 404 });
    await expect(change(ctx, pipeline, { name: 'Mine' })).rejects.toMatchObject({ status: 404 });
  });
});

describe('updatePipeline', () => {
  it('is for who may manage pipelines (S9)', async () => {
    const { ctx, pipeline } = await aTenant();
    const other = aColleague(ctx, harness.table);
    await expect(change(other, pipeline, { name: 'Mine' })).rejects.toMatchObject({ status: 403 });
  });

  it('answers a stale version with the pipeline as it is, and writes nothing (D2)', async () => {
    const { ctx, pipeline } = await aTenant();
    const renamed = await change(ctx, pipeline, { name: 'Direct' });
    await expect(change(ctx, pipeline, { name: 'Mine' })).rejects.toMatchObject({
      status: 412,
      extra: { current: renamed },
    });
    const raced = await Promise.allSettled([
      change(ctx, renamed, { name: 'A' }),
      change(ctx, renamed, { name: 'B' }),
    ]);
    expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('makes won certain and lost hopeless, and gives each new stage an id', async () => {
    const { ctx, pipeline } = await aTenant();
    const stages = [...pipeline.stages.map((stage) => ({ ...stage, probability: 40, rottingDays: 5 }))];
    const { stages: changed } = await change(ctx, pipeline, {
      stages: [...stages, { name: 'Pilot', probability: 60, kind: 'open' }],
    });
    expect(changed.map(({ probability }) => probability)).toEqual([40, 40, 40, 40, 100, 0, 60]);
    expect(changed.map(({ rottingDays }) => rottingDays ?? null)).toEqual([5, 5, 5, 5, null, null, null]);
    expect(changed[6]?.id).toMatch(/^stg_/);
  });

  it('refuses stages of another pipeline', async () => {
    const { ctx, pipeline } = await aTenant();
    const { pipeline: other } = await aTenant();
    await expect(change(ctx, pipeline, { stages: other.stages })).rejects.toMatchObject({ status: 422 });
  });

  it('removes a stage in use only with a stage that takes its opportunities, and moves them', async () => {
    const { ctx, pipeline, stage } = await aTenant();
    const meeting = stage('Meeting').id;
    const deals = [];
    for (let n = 0; n < 3; n++) deals.push(await anOpportunity(ctx, { stageId: meeting }));
    await harness.drain();
    const stages = without(pipeline, 'Meeting');
    await expect(change(ctx, pipeline, { stages })).rejects.toMatchObject(
      refusal('/stageMoves', 'stage.in_use'),
    );
    await expect(change(ctx, pipeline, { stages, stageMoves: { [meeting]: 'stg_x' } })).rejects.toMatchObject(
      refusal(`/stageMoves/${meeting}`, 'stage.unknown'),
    );
    const heir = stage('Proposal').id;
    await change(ctx, pipeline, { stages, stageMoves: { [meeting]: heir } });
    await harness.drain({ seed: 11 });
    for (const { id } of deals) {
      expect(await getRecord(ctx, opportunityModel, id)).toMatchObject({ stageId: heir, probability: 50 });
    }
    // Somebody whose page still shows the old stage loses nothing.
    expect(await anOpportunity(ctx, { stageId: meeting })).toMatchObject({ stageId: heir });
    expect(harness.deadLetters).toEqual([]);
  });

  it('never turns a stage in use from open to closed', async () => {
    const { ctx, pipeline, stage } = await aTenant();
    await anOpportunity(ctx, { stageId: stage('Meeting').id });
    const stages = pipeline.stages.map((one) =>
      one.name === 'Meeting' ? { ...one, kind: 'won' as const } : one,
    );
    await expect(change(ctx, pipeline, { stages })).rejects.toMatchObject(
      refusal('/stages/1/kind', 'stage.kind_in_use'),
    );
  });

  it('carries a new probability to opportunities that nobody gave another', async () => {
    const { ctx, pipeline } = await aTenant();
    const automatic = await anOpportunity(ctx);
    const manual = await anOpportunity(ctx, { probability: 77 });
    const stages = pipeline.stages.map((one) =>
      one.name === 'Qualification' ? { ...one, probability: 15 } : one,
    );
    await change(ctx, pipeline, { stages });
    await harness.drain({ seed: 5 });
    expect(await getRecord(ctx, opportunityModel, automatic.id)).toMatchObject({ probability: 15 });
    expect(await getRecord(ctx, opportunityModel, manual.id)).toMatchObject({ probability: 77, version: 1 });
  });
});

describe('deletePipeline', () => {
  it('refuses the default pipeline and one in use', async () => {
    const { ctx, pipeline } = await aTenant();
    await expect(deletePipeline(ctx, pipeline.id, 1)).rejects.toMatchObject({
      status: 409,
      code: 'pipeline.is_default',
    });
  });
});
