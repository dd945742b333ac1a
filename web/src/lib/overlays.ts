import { useSyncExternalStore } from 'react';

/** What may lie over any page. One at a time; each is its own chunk, loaded when first opened. */
export type Overlay =
  | { kind: 'palette'; mode?: 'create' }
  | { kind: 'shortcuts' }
  | { kind: 'create'; type: string; values?: Record<string, unknown> };

let current: Overlay | null = null;
const listeners = new Set<() => void>();

export function openOverlay(overlay: Overlay): void {
  set(overlay);
}

export function closeOverlay(): void {
  set(null);
}

export function useOverlay(): Overlay | null {
  return useSyncExternalStore(subscribe, () => current);
}

function set(next: Overlay | null): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
