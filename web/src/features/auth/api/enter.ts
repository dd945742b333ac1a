import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Session } from '@vinculo/client/types';
import { safeNext } from '../../../lib/leave';
import { sessionQuery } from '../../../lib/session';

/** Goes in with a session that the server has just given. */
export function useEnter() {
  const client = useQueryClient();
  const router = useRouter();
  return async function enter(session: Session, next?: string): Promise<void> {
    client.clear();
    client.setQueryData(sessionQuery.queryKey, session);
    await router.navigate({ href: safeNext(next), replace: true });
  };
}
