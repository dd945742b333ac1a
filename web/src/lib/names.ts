import { useSyncExternalStore } from 'react';

/**
 * What the ids in records are called. Answers carry the names of the ids in them; whoever shows an id only has to
 * ask here, wherever the id came from: a cell, a filter in the URL, a change in the timeline.
 */
const known = new Map<string, string>();
const listeners = new Set<() => void>();

export function learnNames(names: Readonly<Record<string, string>> | undefined): void {
  let isNews = false;
  for (const [id, name] of Object.entries(names ?? {})) {
    if (known.get(id) === name) continue;
    known.set(id, name);
    isNews = true;
  }
  if (isNews) for (const listener of listeners) listener();
}

export function nameOf(id: string): string | undefined {
  return known.get(id);
}

export function useName(id: string | undefined): string | undefined {
  return useSyncExternalStore(subscribe, () => (id === undefined ? undefined : known.get(id)));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
