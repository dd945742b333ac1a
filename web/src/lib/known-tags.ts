import { useMemo, useSyncExternalStore } from 'react';

/** The tags seen on records of each type, to suggest them: tags are what people make of them, there is no list. */
const seen = new Map<string, ReadonlySet<string>>();
const listeners = new Set<() => void>();
const NONE: ReadonlySet<string> = new Set();

export function learnTags(type: string, records: readonly Readonly<Record<string, unknown>>[]): void {
  const known = seen.get(type) ?? NONE;
  const fresh = records
    .flatMap(({ tags }): unknown[] => (Array.isArray(tags) ? tags : []))
    .filter((tag): tag is string => typeof tag === 'string' && !known.has(tag));
  if (fresh.length === 0) return;
  seen.set(type, new Set([...known, ...fresh]));
  for (const listener of listeners) listener();
}

export function useKnownTags(type: string): string[] {
  const tags = useSyncExternalStore(subscribe, () => seen.get(type) ?? NONE);
  return useMemo(() => [...tags].toSorted((a, b) => a.localeCompare(b)), [tags]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
