import type { Item, Key } from '@vinculo/platform/table/writes';
import type { Stage } from './schema';

/** All pipelines of a tenant share a partition, so that one query answers which stages there are. */
export const PIPELINES = 'pipelines';
const DEFAULT = 'default';

export interface PipelineItem extends Item {
  kind: 'pipeline';
  version: number;
  name: string;
  stages: Stage[];
  createdAt: string;
  /** Stages that were removed, each with the stage that took its opportunities. */
  removed: Record<string, string>;
}

/** Which pipeline new opportunities go to; it also proves that the tenant has pipelines. */
export interface DefaultPipelineItem extends Item {
  kind: 'default_pipeline';
  pipelineId: string;
}

export const pipelineKey = (id: string): Key => ({ pk: PIPELINES, sk: id });
export const defaultPipelineKey: Key = { pk: PIPELINES, sk: DEFAULT };
