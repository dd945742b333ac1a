import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { VinculoProblem } from '@vinculo/client/problem';
import type { Session } from '@vinculo/client/types';
import { vinculo } from './client';

/** Who is signed in, or `null`; everything that depends on the person or the company starts here. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await vinculo.account.session(signal);
    } catch (error) {
      if (error instanceof VinculoProblem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** For everything below the signed-in layout, which doesn't render without a session. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('useSession was called outside the signed-in layout');
  return data;
}

export function useUpdateProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: vinculo.account.updateProfile,
    onSuccess: async (session, { locale }) => {
      client.setQueryData(sessionQuery.queryKey, session);
      if (!locale) return;
      // The server words these in the reader's language.
      await client.invalidateQueries({ queryKey: ['notifications'] });
      await client.invalidateQueries({ queryKey: ['roles'] });
    },
  });
}
