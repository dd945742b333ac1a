import { requirePermission, type UserContext } from '@vinculo/identity/access/user-context';
import {
  ConflictError,
  type InvalidError,
  invalidInput,
  NotFoundError,
  StaleError,
} from '@vinculo/platform/errors';
import { isIdOf, newId } from '@vinculo/platform/ids';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import { type PipelineItem, pipelineKey } from './keys';
import {
  type PipelineChange,
  readPipeline,
  readPipelines,
  removePipeline,
  writePipeline,
} from './repository';
import { restaged } from './restaging';
import type { Pipeline, PipelineInput, PipelinePatch } from './schema';
import { entryStage } from './stages';
import { hasOpportunities } from './usage';

export const MOST_PIPELINES = 20;

/** The tenant's pipelines, oldest first; at least one. */
export async function listPipelines(ctx: UserContext): Promise<Pipeline[]> {
  const { all, defaultId } = await readPipelines(ctx, ctx.tenant.locale);
  return all.map((item) => toPipeline(item, defaultId));
}

/** Throws 404 for an id that names no pipeline of the tenant. */
export async function getPipeline(ctx: UserContext, id: string): Promise<Pipeline> {
  return named(await listPipelines(ctx), id);
}

export async function createPipeline(ctx: UserContext, input: PipelineInput): Promise<Pipeline> {
  requirePermission(ctx, 'pipelines.manage');
  const { all, defaultId } = await readPipelines(ctx, ctx.tenant.locale);
  if (all.length >= MOST_PIPELINES) {
    throw new ConflictError('pipeline.limit', `A tenant has at most ${MOST_PIPELINES} pipelines.`);
  }
  const now = ctx.clock.now();
  const after: PipelineItem = {
    ...pipelineKey(newId('pip', now)),
    kind: 'pipeline',
    version: 1,
    name: input.name,
    stages: restaged(ctx, [], input.stages),
    createdAt: now.toISOString(),
    removed: {},
  };
  const becomesDefault = input.isDefault === true;
  await write(ctx, { after, becomesDefault, event: eventOf('created', after, { name: after.name }) });
  return toPipeline(after, becomesDefault ? after.sk : defaultId);
}

/**
 * Changes a pipeline. Throws 412 with the current one when `expectedVersion` is not its version, 422 when a stage in
 * use is removed without a stage to take its opportunities, or would turn from open to closed under them.
 */
export async function updatePipeline(
  ctx: UserContext,
  id: string,
  patch: PipelinePatch,
  expectedVersion: number,
): Promise<Pipeline> {
  requirePermission(ctx, 'pipelines.manage');
  const { all, defaultId } = await readPipelines(ctx, ctx.tenant.locale);
  const before = all.find(({ sk }) => sk === id);
  if (!before) throw new NotFoundError();
  if (before.version !== expectedVersion) throw new StaleError(toPipeline(before, defaultId));
  const stages = patch.stages ? restaged(ctx, before.stages, patch.stages) : before.stages;
  const removed = await removedStages(ctx, before, stages, patch.stageMoves ?? {});
  const after: PipelineItem = {
    ...before,
    version: before.version + 1,
    name: patch.name ?? before.name,
    stages,
    removed: { ...before.removed, ...removed },
  };
  const becomesDefault = patch.isDefault === true;
  const data = { name: after.name, before: before.stages, after: stages, removed };
  await write(ctx, { before, after, becomesDefault, event: eventOf('updated', after, data) });
  return toPipeline(after, becomesDefault ? id : defaultId);
}

/** Throws 409 for the default pipeline and for one that opportunities are in. */
export async function deletePipeline(ctx: UserContext, id: string, expectedVersion: number): Promise<void> {
  requirePermission(ctx, 'pipelines.manage');
  const { all, defaultId } = await readPipelines(ctx, ctx.tenant.locale);
  const pipeline = all.find(({ sk }) => sk === id);
  if (!pipeline) throw new NotFoundError();
  if (pipeline.version !== expectedVersion) throw new StaleError(toPipeline(pipeline, defaultId));
  if (id === defaultId) {
    throw new ConflictError('pipeline.is_default', 'Make another pipeline the default one first.');
  }
  const isUsed = await Promise.all(pipeline.stages.map((stage) => hasOpportunities(ctx, stage.id)));
  if (isUsed.includes(true))
    throw new ConflictError('pipeline.in_use', 'Opportunities are in this pipeline.');
  await removePipeline(ctx, pipeline, eventOf('deleted', pipeline, { name: pipeline.name }));
}

/** For each removed stage, the stage that takes what is or arrives in it. */
async function removedStages(
  ctx: UserContext,
  before: PipelineItem,
  stages: PipelineItem['stages'],
  moves: Record<string, string>,
): Promise<Record<string, string>> {
  const kept = new Set(stages.map(({ id }) => id));
  const heirs: Record<string, string> = {};
  for (const stage of before.stages) {
    const isUsed = await isUsedDifferently(ctx, stage, stages);
    if (kept.has(stage.id)) continue;
    const heir = moves[stage.id];
    if (heir !== undefined && !kept.has(heir)) {
      throw refusal(`/stageMoves/${stage.id}`, 'stage.unknown', 'There is no such stage.', stage.name);
    }
    if (heir === undefined && isUsed) {
      throw refusal('/stageMoves', 'stage.in_use', 'Say which stage takes its opportunities.', stage.name);
    }
    heirs[stage.id] = heir ?? entryStage({ stages })?.id ?? stage.id;
  }
  return heirs;
}

/** Whether a stage that goes or changes its kind is in use; throws 422 for the change of kind. */
async function isUsedDifferently(
  ctx: UserContext,
  stage: PipelineItem['stages'][number],
  stages: PipelineItem['stages'],
): Promise<boolean> {
  const position = stages.findIndex(({ id }) => id === stage.id);
  if (stages[position]?.kind === stage.kind) return false;
  const isUsed = await hasOpportunities(ctx, stage.id);
  if (isUsed && position >= 0) {
    const pointer = `/stages/${position}/kind`;
    throw refusal(pointer, 'stage.kind_in_use', 'Opportunities are in this stage.', stage.name);
  }
  return isUsed;
}

async function write(ctx: UserContext, change: PipelineChange): Promise<void> {
  try {
    await writePipeline(ctx, change);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    const current = await readPipeline(ctx, change.after.sk);
    if (!current) throw new NotFoundError();
    throw new StaleError(await getPipeline(ctx, change.after.sk));
  }
}

function eventOf(verb: 'created' | 'updated' | 'deleted', { sk, version }: PipelineItem, data: object) {
  const subject = { type: 'pipeline', id: sk, version };
  return { type: `pipeline.${verb}`, subject, data: { ...data }, isAudited: true };
}

function named(pipelines: Pipeline[], id: string): Pipeline {
  const found = isIdOf('pip', id) ? pipelines.find((pipeline) => pipeline.id === id) : undefined;
  if (!found) throw new NotFoundError();
  return found;
}

function refusal(pointer: string, code: string, detail: string, stage: string): InvalidError {
  return invalidInput([{ pointer, code, detail, params: { stage } }]);
}

function toPipeline({ sk: id, name, stages, version }: PipelineItem, defaultId: string): Pipeline {
  return { id, name, stages, isDefault: id === defaultId, version };
}
