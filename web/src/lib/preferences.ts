import type { Preferences } from '@vinculo/client/types';
import { useSession, useUpdateProfile } from './session';

/** Small choices that follow the person to the next browser. The screen changes at once, saving happens behind. */
export function usePreferences() {
  const { user } = useSession();
  const { mutate } = useUpdateProfile();
  return {
    preferences: user.preferences,
    update: (changes: Partial<Preferences>) => mutate({ preferences: { ...user.preferences, ...changes } }),
  };
}
