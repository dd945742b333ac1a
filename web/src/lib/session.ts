import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { VinculoProblem } from '@vinculo/client/problem';
import type { Session } from '@vinculo/client/types';
import { createContext, useContext } from 'react';
import { vinculo } from './client';
import { noteSignedIn } from './leave';

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

/** Loads the log-in page afresh, so that nothing of the session stays in memory. */
export async function logOut(): Promise<void> {
  await vinculo.account.logOut();
  noteSignedIn(false);
  location.assign('/login');
}

/** Filled by the signed-in layout: every cell of a list asks, and a query observer in each would be slow. */
export const SessionContext = createContext<Session | null>(null);

/** For everything below the signed-in layout, which doesn't render without a session. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession was called outside the signed-in layout');
  return session;
}

/**
 * Saves something about the person. One at a time and in order, so that the last choice is the one that stays, and
 * shown at once.
 */
export function useUpdateProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: vinculo.account.updateProfile,
    scope: { id: 'profile' },
    onMutate: (changes) => {
      client.setQueryData(sessionQuery.queryKey, (session) =>
        session ? { ...session, user: { ...session.user, ...changes } } : session,
      );
    },
    onError: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
}
