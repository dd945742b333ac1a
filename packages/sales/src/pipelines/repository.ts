import { type TenantContext, withoutClaim } from '@vinculo/platform/context';
import { commit, type NewEvent } from '@vinculo/platform/events/commit';
import { newId } from '@vinculo/platform/ids';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';
import { defaultPipeline } from './defaults';
import {
  type DefaultPipelineItem,
  defaultPipelineKey,
  PIPELINES,
  type PipelineItem,
  pipelineKey,
} from './keys';
import type { Pipelines } from './stages';

/** The tenant's pipelines, oldest first. One query; a tenant that has none yet gets its first one now. */
export async function readPipelines(ctx: TenantContext, locale: string): Promise<Pipelines> {
  const { items } = await ctx.table.query<PipelineItem | DefaultPipelineItem>({
    pk: PIPELINES,
    consistent: true,
  });
  const byDefault = items.find((item) => item.kind === 'default_pipeline');
  if (byDefault) {
    const all = items.filter((item) => item.kind === 'pipeline');
    return { all: all.toSorted(byAge), defaultId: byDefault.pipelineId };
  }
  await createFirst(withoutClaim(ctx), locale);
  return readPipelines(ctx, locale);
}

export async function readPipeline(ctx: TenantContext, id: string): Promise<PipelineItem | undefined> {
  return ctx.table.get<PipelineItem>(pipelineKey(id));
}

export interface PipelineChange {
  before?: PipelineItem;
  after: PipelineItem;
  becomesDefault: boolean;
  event: NewEvent;
}

/** Throws `ConditionFailedError` when the pipeline is no longer as it was `before`. */
export async function writePipeline(ctx: TenantContext, change: PipelineChange): Promise<void> {
  const { before, after, becomesDefault, event } = change;
  const writes: Write[] = [{ put: after, if: before ? { equals: { version: before.version } } : 'absent' }];
  if (becomesDefault) writes.push({ put: toDefaultItem(after.sk) });
  await commit(ctx, writes, [event]);
}

export async function removePipeline(
  ctx: TenantContext,
  pipeline: PipelineItem,
  event: NewEvent,
): Promise<void> {
  const removal: Write = { delete: pipelineKey(pipeline.sk), if: { equals: { version: pipeline.version } } };
  await commit(ctx, [removal], [event]);
}

async function createFirst(ctx: TenantContext, locale: string): Promise<void> {
  const now = ctx.clock.now();
  const { name, stages } = defaultPipeline(locale);
  const pipeline: PipelineItem = {
    ...pipelineKey(newId('pip', now)),
    kind: 'pipeline',
    version: 1,
    name,
    stages: stages.map((stage) => ({ id: newId('stg', now), ...stage })),
    createdAt: now.toISOString(),
    removed: {},
  };
  const subject = { type: 'pipeline', id: pipeline.sk, version: 1 };
  try {
    await commit(
      ctx,
      [{ put: toDefaultItem(pipeline.sk), if: 'absent' }, { put: pipeline }],
      [{ type: 'pipeline.created', subject, data: { name } }],
    );
  } catch (error) {
    // Somebody else opened the tenant's first board at the same moment: theirs is as good.
    if (!(error instanceof ConditionFailedError)) throw error;
  }
}

function toDefaultItem(pipelineId: string): DefaultPipelineItem {
  return { ...defaultPipelineKey, kind: 'default_pipeline', pipelineId };
}

function byAge(one: PipelineItem, other: PipelineItem): number {
  return one.createdAt.localeCompare(other.createdAt) || one.sk.localeCompare(other.sk);
}
