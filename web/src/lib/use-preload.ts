import { useEffect } from 'react';

/** Whoever will press something first moves there, by pointer or by keys. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/** Fetches code that will be needed soon, at the first sign of somebody at work: a page that is only read costs no more. */
export function usePreload(load: () => Promise<unknown>): void {
  useEffect(() => {
    const stop = new AbortController();
    function start(): void {
      stop.abort();
      // Offline it fails again, and tells, when it is really needed.
      load().catch(() => undefined);
    }
    for (const sign of SIGNS) document.addEventListener(sign, start, { signal: stop.signal });
    return () => stop.abort();
  }, [load]);
}
