import { useSyncExternalStore } from 'react';
import type { ActivityKind } from './activity-kinds';
import { type Draft, emptyDraft } from './draft';

/** What is being written about each record: going to look something up elsewhere loses nothing. */
const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

export function useDraft(recordId: string): Draft | undefined {
  return useSyncExternalStore(subscribe, () => drafts.get(recordId));
}

export function setDraft(recordId: string, draft: Draft | undefined): void {
  if (draft) drafts.set(recordId, draft);
  else drafts.delete(recordId);
  for (const listener of listeners) listener();
}

/** Begins to write, or goes on with the same words as another kind. */
export function openDraft(recordId: string, kind: ActivityKind): void {
  const current = drafts.get(recordId);
  const words = current ? { subject: current.subject, body: current.body } : {};
  setDraft(recordId, { ...emptyDraft(kind, new Date().toISOString()), ...words });
}

/** Ends what was saved. What somebody began meanwhile stays open, without the words that are written down now. */
export function closeDraft(recordId: string, saved: Draft): void {
  const current = drafts.get(recordId);
  const isSame = current?.subject === saved.subject && current.body === saved.body;
  if (!current || current.kind === saved.kind) setDraft(recordId, undefined);
  else if (isSame) setDraft(recordId, { ...current, subject: '', body: '' });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
