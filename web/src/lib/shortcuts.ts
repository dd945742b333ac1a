import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** `c`, `?`, `g h` (one after the other) or `mod+k` (Cmd on a Mac, Ctrl elsewhere). */
  keys: string;
  /** What it does, in the person's language; shown in the help dialogue. */
  label: string;
  /** The heading it is shown under. */
  group: string;
  run: () => void;
  /** `mod+k` must work while typing; letters must not. */
  whileTyping?: boolean;
}

const SEQUENCE_MS = 1_200;

let registered: readonly Shortcut[] = [];
const listeners = new Set<() => void>();
let pending = '';
let pendingSince = 0;

/** Holds while the component is mounted; a later registration of the same keys wins over an earlier one. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const signature = JSON.stringify(shortcuts.map(({ keys, label, group }) => [keys, label, group]));
  useEffect(() => {
    const count = (JSON.parse(signature) as unknown[]).length;
    const stable = Array.from({ length: count }, (_, index) => shortcutAt(latest, index));
    setRegistered([...registered, ...stable]);
    return () => setRegistered(registered.filter((shortcut) => !stable.includes(shortcut)));
  }, [signature]);
}

/** Everything that can be pressed right now, for the help dialogue. */
export function useRegisteredShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => registered);
}

/** Called once by the app shell. */
export function useShortcutListener(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function shortcutAt(latest: { current: Shortcut[] }, index: number): Shortcut {
  const { keys, label, group, whileTyping } = latest.current[index] ?? {
    keys: '',
    label: '',
    group: '',
    whileTyping: false,
  };
  return { keys, label, group, whileTyping: whileTyping ?? false, run: () => latest.current[index]?.run() };
}

function onKeyDown(event: KeyboardEvent): void {
  const chord = chordOf(event);
  if (chord === null || event.defaultPrevented) return;
  const isTyping = isTypingTarget(event.target);
  const isModal = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
  const isFresh = event.timeStamp - pendingSince < SEQUENCE_MS;
  const sequence = pending && isFresh ? `${pending} ${chord}` : chord;
  const usable = registered.filter((shortcut) => shortcut.whileTyping || !(isTyping || isModal));
  const match =
    usable.findLast(({ keys }) => keys === sequence) ?? usable.findLast(({ keys }) => keys === chord);
  pending = '';
  if (match) {
    event.preventDefault();
    match.run();
  } else if (usable.some(({ keys }) => keys.startsWith(`${chord} `))) {
    pending = chord;
    pendingSince = event.timeStamp;
  }
}

function chordOf(event: KeyboardEvent): string | null {
  if (['Shift', 'Control', 'Alt', 'Meta', 'Dead'].includes(event.key) || event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.metaKey || event.ctrlKey ? `mod+${key}` : key;
}

function isTypingTarget(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="combobox"], [role="menu"]') !== null)
  );
}

function setRegistered(next: readonly Shortcut[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
