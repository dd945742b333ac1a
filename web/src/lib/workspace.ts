import { queryOptions } from '@tanstack/react-query';
import { vinculo } from './client';

/** Lists that more than one part of the app shows: the sidebar, the palette, the record screens. */

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => vinculo.views.list(signal),
});

export const favouritesQuery = queryOptions({
  queryKey: ['favourites'],
  queryFn: ({ signal }) => vinculo.favourites.list(signal),
});

export const pipelinesQuery = queryOptions({
  queryKey: ['pipelines'],
  queryFn: ({ signal }) => vinculo.pipelines.list(signal),
  staleTime: 5 * 60_000,
});

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => vinculo.people.users(signal),
});

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => vinculo.people.teams(signal),
});

export const lostReasonsQuery = queryOptions({
  queryKey: ['lost-reasons'],
  queryFn: ({ signal }) => vinculo.lostReasons.list(signal),
  staleTime: 5 * 60_000,
});

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => vinculo.people.invitations(signal),
});
