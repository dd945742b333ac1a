import { segment, type Transport } from '../transport';
import type {
  Board,
  Condition,
  Forecast,
  LostReason,
  Page,
  Pipeline,
  RecordData,
  Stage,
  StageVisit,
} from '../types';

export interface ConvertLeadInput {
  account: { id: string } | { create: Record<string, unknown> };
  contact: Record<string, unknown>;
  opportunity?: Record<string, unknown>;
}

export interface ConvertedLead {
  account: RecordData;
  contact: RecordData;
  opportunity?: RecordData;
}

/** A stage without an id is a new one. */
export interface PipelineDraft {
  name: string;
  stages: (Omit<Stage, 'id'> & { id?: string })[];
  /** The one that was the default before no longer is. */
  isDefault?: true;
}

export function pipelinesOf(transport: Transport) {
  const one = (id: string) => `/pipelines/${segment(id)}`;
  return {
    list: (signal?: AbortSignal) => transport.get<Page<Pipeline>>('/pipelines', { signal }),
    create: (draft: PipelineDraft) => transport.post<Pipeline>('/pipelines', draft),
    /** A removed stage that is in use needs a stage to take its opportunities: `stageMoves[removed] = taker`. */
    update: (
      pipeline: Pick<Pipeline, 'id' | 'version'>,
      changes: Partial<PipelineDraft> & { stageMoves?: Record<string, string> },
    ) => transport.patch<Pipeline>(one(pipeline.id), changes, { version: pipeline.version }),
    delete: (pipeline: Pick<Pipeline, 'id' | 'version'>) =>
      transport.delete(one(pipeline.id), { version: pipeline.version }),
    board: (id: string, query: { filter?: Condition[]; perColumn?: number } = {}, signal?: AbortSignal) =>
      transport.get<Board>(`${one(id)}/board`, { query: { ...query }, signal }),
    forecast: (id: string, query: { from?: string; months?: number } = {}, signal?: AbortSignal) =>
      transport.get<Forecast>(`${one(id)}/forecast`, { query: { ...query }, signal }),
  };
}

export function lostReasonsOf(transport: Transport) {
  return {
    list: (signal?: AbortSignal) => transport.get<Page<LostReason>>('/lost-reasons', { signal }),
    /** The whole list, in order; a reason without an id is a new one. */
    save: (items: (Omit<LostReason, 'id'> & { id?: string })[]) =>
      transport.put<Page<LostReason>>('/lost-reasons', { items }),
  };
}

export function leadsOf(transport: Transport) {
  return {
    convert: (id: string, version: number, input: ConvertLeadInput) =>
      transport.post<ConvertedLead>(`/leads/${segment(id)}/convert`, input, { version }),
  };
}

export function opportunitiesOf(transport: Transport) {
  return {
    /** How long it was in each stage, oldest first; the last one, without `leftAt`, is where it is. */
    stages: (id: string, signal?: AbortSignal) =>
      transport.get<Page<StageVisit>>(`/opportunities/${segment(id)}/stages`, { signal }),
  };
}
