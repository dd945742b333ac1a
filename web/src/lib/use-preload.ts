import { useEffect } from 'react';

/** Fetches code that will be needed soon, as soon as what is on the screen is drawn: it delays nothing, and nobody waits later. */
export function usePreload(load: () => Promise<unknown>): void {
  useEffect(() => {
    // Offline it fails again, and tells, when it is really needed.
    load().catch(() => undefined);
  }, [load]);
}
