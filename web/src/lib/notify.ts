import i18next from 'i18next';
import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  tone: 'neutral' | 'success' | 'danger';
  text: string;
  action?: { label: string; run: () => void };
  durationMs: number;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Tells the person that something they did is done. */
export function notifySuccess(text: string): void {
  show({ tone: 'success', text, durationMs: 4_000 });
}

export function notifyError(text: string): void {
  show({ tone: 'danger', text, durationMs: 9_000 });
}

/** For everything that can be taken back: do it at once, say so, and offer the way back instead of asking first. */
export function notifyUndo(text: string, undo: () => void): void {
  show({ tone: 'neutral', text, action: { label: i18next.t('action.undo'), run: undo }, durationMs: 9_000 });
}

export function dismissToast(id: number): void {
  setToasts(toasts.filter((toast) => toast.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}

/** What the undo shortcut takes back. */
export function latestUndo(): Toast | undefined {
  return toasts.findLast((toast) => toast.action);
}

function show(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  // More than three would cover the page; the oldest has been read by then.
  setToasts([...toasts.slice(-2), { ...toast, id: lastId }]);
}

function setToasts(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
