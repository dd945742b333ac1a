import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { User } from '@vinculo/client/types';
import { vinculo } from '../../../lib/client';
import { invitationsQuery, teamsQuery, usersQuery } from '../../../lib/workspace';

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => vinculo.roles.list(signal),
});

export type UserChanges = Parameters<typeof vinculo.people.updateUser>[1];

export function useUpdateUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ user, changes }: { user: User; changes: UserChanges }) =>
      vinculo.people.updateUser(user, changes),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: usersQuery.queryKey });
      await client.invalidateQueries({ queryKey: teamsQuery.queryKey });
    },
  });
}

export function useResetSecondFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: vinculo.people.resetSecondFactor,
    onSuccess: () => client.invalidateQueries({ queryKey: usersQuery.queryKey }),
  });
}

export function useInvitationActions() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: invitationsQuery.queryKey });
  return {
    resend: useMutation({ mutationFn: (id: string) => vinculo.people.resendInvitation(id) }),
    withdraw: useMutation({
      mutationFn: (id: string) => vinculo.people.withdrawInvitation(id),
      onSuccess: refresh,
    }),
    refresh,
  };
}

export function useTeamActions() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: teamsQuery.queryKey });
  return {
    create: useMutation({ mutationFn: vinculo.people.createTeam, onSuccess }),
    rename: useMutation({
      mutationFn: ({ id, version, name }: { id: string; version: number; name: string }) =>
        vinculo.people.updateTeam({ id, version }, { name }),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: vinculo.people.deleteTeam, onSuccess }),
  };
}
