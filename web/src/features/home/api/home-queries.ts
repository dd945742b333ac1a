import { queryOptions } from '@tanstack/react-query';
import type { ListQuery } from '@vinculo/client/types';
import { vinculo } from '../../../lib/client';

/** A short list for a panel; under `['records', plural]`, so that every change of such a record refreshes it. */
function shortList(plural: string, name: string, query: ListQuery) {
  return queryOptions({
    queryKey: ['records', plural, 'home', name],
    queryFn: ({ signal }) => vinculo.records(plural).list(query, { signal }),
  });
}

export const myTasksQuery = shortList('activities', 'my-tasks', {
  filter: [
    { field: 'ownerId', op: 'eq', value: '@me' },
    { field: 'kind', op: 'in', value: ['task', 'call', 'meeting'] },
    { field: 'isDone', op: 'ne', value: true },
    { field: 'at', op: 'lte', value: '@today+7d' },
  ],
  sort: 'at',
  limit: 8,
});

export const myOpportunitiesQuery = shortList('opportunities', 'mine', {
  filter: [
    { field: 'ownerId', op: 'eq', value: '@me' },
    { field: 'status', op: 'eq', value: 'open' },
  ],
  sort: 'expectedCloseOn',
  limit: 50,
});

export const openOpportunitiesQuery = shortList('opportunities', 'open', {
  filter: [{ field: 'status', op: 'eq', value: 'open' }],
  sort: 'expectedCloseOn',
  limit: 100,
});

export const newLeadsQuery = shortList('leads', 'new', {
  filter: [{ field: 'status', op: 'eq', value: 'new' }],
  sort: '-createdAt',
  limit: 8,
});

export function latestQuery(plural: string) {
  return shortList(plural, 'latest', { sort: '-createdAt', limit: 8 });
}

export function boardTotalsQuery(pipelineId: string) {
  return queryOptions({
    queryKey: ['records', 'opportunities', 'home', 'totals', pipelineId],
    queryFn: ({ signal }) => vinculo.pipelines.board(pipelineId, { perColumn: 1 }, signal),
  });
}

export function forecastQuery(pipelineId: string) {
  return queryOptions({
    queryKey: ['records', 'opportunities', 'home', 'forecast', pipelineId],
    queryFn: ({ signal }) => vinculo.pipelines.forecast(pipelineId, { months: 6 }, signal),
  });
}

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => vinculo.imports.list(undefined, signal),
});

export const latestAuditQuery = queryOptions({
  queryKey: ['audit', 'latest'],
  queryFn: ({ signal }) => vinculo.audit.list(undefined, signal),
});
