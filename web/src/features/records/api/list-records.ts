import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ListQuery } from '@vinculo/client/types';
import { vinculo } from '../../../lib/client';

/** A list page by page; the key begins with the plural, so that `['records', plural]` refreshes all of its lists. */
export function recordListQuery(plural: string, query: Omit<ListQuery, 'cursor'> = {}) {
  return infiniteQueryOptions({
    queryKey: ['records', plural, 'list', query],
    queryFn: ({ pageParam, signal }) =>
      vinculo.records(plural).list({ ...query, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}
