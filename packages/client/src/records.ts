import { iteratePages } from './paging';
import { segment, type Transport } from './transport';
import type { BatchOperation, BatchResult, ListQuery, RecordData, RecordPage, TimelineItem } from './types';

export type RecordDraft = Record<string, unknown>;
export type RecordWithNames = RecordData & { names: Record<string, string> };
type Cancel = { signal?: AbortSignal | undefined };

/** The same verbs for every record type; `plural` is the path, e.g. `contacts`. */
export function recordsOf(transport: Transport, plural: string) {
  const base = `/${segment(plural)}`;
  const one = (id: string) => `${base}/${segment(id)}`;

  function list(query: ListQuery = {}, { signal }: Cancel = {}) {
    return transport.get<RecordPage<RecordData>>(base, { query: { ...query }, signal });
  }

  return {
    list,

    /** Every record that matches, page after page. */
    all(query: Omit<ListQuery, 'cursor'> = {}) {
      return iteratePages<RecordData>((cursor) => list({ ...query, ...(cursor ? { cursor } : {}) }));
    },

    get(id: string, { signal }: Cancel = {}) {
      return transport.get<RecordWithNames>(one(id), { signal });
    },

    /** With `warn`, rejects with 409 `record.possible_duplicates` and its `candidates` instead of creating. */
    create(data: RecordDraft, duplicates: 'warn' | 'allow' = 'allow') {
      return transport.post<RecordData>(base, data, { query: { duplicates } });
    },

    /** A merge patch: `null` clears a field. Rejects with 412 and `body.current` if `version` is stale. */
    update(id: string, version: number, changes: RecordDraft) {
      return transport.patch<RecordData>(one(id), changes, { version });
    },

    delete(id: string, version: number) {
      return transport.delete(one(id), { version });
    },

    restore(id: string) {
      return transport.post<RecordData>(`${one(id)}/restore`);
    },

    /** At most 100 operations; the answer has one result for each, in order. */
    async batch(operations: BatchOperation[]) {
      const answer = await transport.post<{ results: BatchResult[] }>(`${base}/batch`, { operations });
      return answer.results;
    },

    timeline(id: string, cursor?: string, { signal }: Cancel = {}) {
      return transport.get<RecordPage<TimelineItem>>(`${one(id)}/timeline`, { query: { cursor }, signal });
    },

    related(id: string, relation: string, cursor?: string, { signal }: Cancel = {}) {
      const path = `${one(id)}/related/${segment(relation)}`;
      return transport.get<RecordPage<RecordData>>(path, { query: { cursor }, signal });
    },
  };
}
