import { useSyncExternalStore } from 'react';
import type { ListRequest } from './queries';

/** The list that the person came from: the record page goes back to it, and through it record by record. */
export interface ListContext {
  plural: string;
  request: ListRequest;
  /** Its search parameters, to open it as it was. */
  search: Record<string, unknown>;
  name: string;
}

let current: ListContext | null = null;
const listeners = new Set<() => void>();

export function rememberList(context: ListContext): void {
  current = context;
  for (const listener of listeners) listener();
}

export function useListContext(plural: string): ListContext | undefined {
  const context = useSyncExternalStore(subscribe, () => current);
  return context?.plural === plural ? context : undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
