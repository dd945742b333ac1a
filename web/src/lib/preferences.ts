import { useQueryClient } from '@tanstack/react-query';
import type { Preferences } from '@vinculo/client/types';
import { vinculo } from './client';
import { sessionQuery, useSession } from './session';

/** Small choices that follow the person to the next browser. The screen changes at once, saving happens behind. */
export function usePreferences() {
  const { user } = useSession();
  const client = useQueryClient();

  function update(changes: Partial<Preferences>): void {
    const preferences = { ...user.preferences, ...changes };
    client.setQueryData(sessionQuery.queryKey, (session) =>
      session ? { ...session, user: { ...session.user, preferences } } : session,
    );
    // Losing a preference is not worth an error on the screen.
    vinculo.account.updateProfile({ preferences }).catch(() => undefined);
  }

  return { preferences: user.preferences, update };
}
