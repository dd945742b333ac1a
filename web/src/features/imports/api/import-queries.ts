import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Import } from '@vinculo/client/types';
import { vinculo } from '../../../lib/client';

const WORKING = new Set<Import['status']>(['checking', 'running', 'undoing']);

export function isWorking(job: Import): boolean {
  return WORKING.has(job.status);
}

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => vinculo.imports.list(undefined, signal),
  refetchInterval: ({ state }) => (state.data?.items.some(isWorking) ? 1_500 : false),
});

/** Looks again while a job runs, so that its progress moves. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => vinculo.imports.get(id, signal),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? 700 : false),
  });
}

export function importRowsQuery(id: string, only: 'invalid' | 'conflict') {
  return infiniteQueryOptions({
    queryKey: ['imports', id, 'rows', only],
    queryFn: ({ pageParam, signal }) =>
      vinculo.imports.rows(id, { only, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}
