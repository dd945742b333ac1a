import { segment, type Transport } from '../transport';
import type { Board, Condition, Forecast, LostReason, Page, Pipeline, RecordData } from '../types';

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

export type PipelineDraft = Pick<Pipeline, 'name' | 'stages'> & Partial<Pick<Pipeline, 'isDefault'>>;

export function pipelinesOf(transport: Transport) {
  const one = (id: string) => `/pipelines/${segment(id)}`;
  return {
    list: (signal?: AbortSignal) => transport.get<Page<Pipeline>>('/pipelines', { signal }),
    create: (draft: PipelineDraft) => transport.post<Pipeline>('/pipelines', draft),
    update: (pipeline: Pick<Pipeline, 'id' | 'version'>, changes: Partial<PipelineDraft>) =>
      transport.patch<Pipeline>(one(pipeline.id), changes, { version: pipeline.version }),
    board: (id: string, query: { filter?: Condition[]; perColumn?: number } = {}, signal?: AbortSignal) =>
      transport.get<Board>(`${one(id)}/board`, { query: { ...query }, signal }),
    forecast: (id: string, query: { from?: string; months?: number } = {}, signal?: AbortSignal) =>
      transport.get<Forecast>(`${one(id)}/forecast`, { query: { ...query }, signal }),
  };
}

export function lostReasonsOf(transport: Transport) {
  return {
    list: (signal?: AbortSignal) => transport.get<Page<LostReason>>('/lost-reasons', { signal }),
    save: (items: LostReason[]) => transport.put<Page<LostReason>>('/lost-reasons', { items }),
  };
}

export function leadsOf(transport: Transport) {
  return {
    convert: (id: string, version: number, input: ConvertLeadInput) =>
      transport.post<ConvertedLead>(`/leads/${segment(id)}/convert`, input, { version }),
  };
}
