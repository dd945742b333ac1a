import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ListQuery, RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { vinculo } from '../client';
import { learnTags } from '../known-tags';
import { learnNames } from '../names';
import { titleOf } from '../record-title';

/*
 * Every key begins with the plural of the records it holds, so that a change of one record reaches each place that
 * shows it: `['records', plural, 'one' | 'list' | 'related', …]`.
 */

export const PAGE_SIZE = 100;

export function recordQuery(info: RecordTypeInfo, id: string) {
  return queryOptions({
    queryKey: ['records', info.plural, 'one', id],
    queryFn: async ({ signal }): Promise<RecordData> => {
      const { names, ...record } = await vinculo.records(info.plural).get(id, { signal });
      learnNames({ ...names, [id]: titleOf(info, record) });
      learnTags(info.name, [record]);
      return record;
    },
  });
}

export type ListRequest = Omit<ListQuery, 'cursor' | 'limit'>;

/**
 * A list page by page. Once it has more than one page it is not fetched again by itself, which would be a call for
 * each of them; whoever shows it begins anew when it is old.
 */
export function recordListQuery(info: RecordTypeInfo, request: ListRequest) {
  return infiniteQueryOptions({
    queryKey: ['records', info.plural, 'list', request],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...request, limit: PAGE_SIZE, ...(pageParam ? { cursor: pageParam } : {}) };
      const page = await vinculo.records(info.plural).list(query, { signal });
      learnNames(page.names);
      learnTags(info.name, page.items);
      return page;
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length === 1 ? 'always' : false),
  });
}

/** Records of `child` that point to one of `parent`. */
export function relatedQuery(parent: RecordTypeInfo, id: string, relation: string, child: RecordTypeInfo) {
  return infiniteQueryOptions({
    queryKey: ['records', child.plural, 'related', id, relation],
    queryFn: async ({ pageParam, signal }) => {
      const page = await vinculo
        .records(parent.plural)
        .related(id, relation, pageParam || undefined, { signal });
      learnNames(page.names);
      return page;
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}
