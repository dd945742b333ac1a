import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { RecordTypeInfo, SearchHit } from '@vinculo/client/types';
import { vinculo } from '../../../lib/client';
import { learnNames } from '../../../lib/names';
import { titleOf } from '../../../lib/record-title';

const LIMIT = 8;

/** What a picker offers: the best matches, or before anything is typed the first of the list. */
export function searchRecordsQuery(types: readonly RecordTypeInfo[], q: string) {
  return queryOptions({
    queryKey: ['search', types.map(({ name }) => name), q],
    queryFn: async ({ signal }): Promise<SearchHit[]> => {
      const hits = q === '' ? await firstOf(types[0], signal) : await find(types, q, signal);
      learnNames(Object.fromEntries(hits.map(({ id, title }) => [id, title])));
      return hits;
    },
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  });
}

async function find(types: readonly RecordTypeInfo[], q: string, signal: AbortSignal): Promise<SearchHit[]> {
  const answer = await vinculo.search.find(q, { types: types.map(({ name }) => name), limit: LIMIT, signal });
  return answer.items;
}

async function firstOf(info: RecordTypeInfo | undefined, signal: AbortSignal): Promise<SearchHit[]> {
  if (!info) return [];
  const page = await vinculo.records(info.plural).list({ limit: LIMIT }, { signal });
  return page.items.map((record) => ({ id: record.id, type: info.name, title: titleOf(info, record) }));
}
