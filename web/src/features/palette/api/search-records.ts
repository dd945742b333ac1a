import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { vinculo } from '../../../lib/client';

const LIMIT = 8;

/** Records by the beginning of any word; the last answer stays on screen while the next one is typed for. */
export function recordSearchQuery(q: string) {
  return queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => vinculo.search.find(q, { limit: LIMIT, signal }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** Offered before anything is typed. */
export const recentRecordsQuery = queryOptions({
  queryKey: ['recents'],
  queryFn: ({ signal }) => vinculo.recents.list(signal),
  // Opening a record changes it, and that happens between two openings of the palette.
  staleTime: 0,
});
