import type { View } from '@vinculo/client/types';
import { useEffect, useRef, useState } from 'react';
import { usePreferences } from '../../../lib/preferences';

type Widths = Record<string, number>;
const PAUSE_MS = 800;

/** How wide this person made each column; what they never touched is as the view has it. */
export function useColumnWidths(plural: string, view: View | undefined) {
  const { preferences, update } = usePreferences();
  const all = preferences.columnWidths ?? {};
  const [widths, setWidths] = useState<Widths>(() => ({ ...viewWidths(view), ...all[plural] }));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function change(next: Widths): void {
    const whole = Object.fromEntries(
      Object.entries(next).map(([field, width]) => [field, Math.round(width)]),
    );
    setWidths(whole);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => update({ columnWidths: { ...all, [plural]: whole } }), PAUSE_MS);
  }

  return { widths, change };
}

function viewWidths(view: View | undefined): Widths {
  return Object.fromEntries(
    (view?.columns ?? []).flatMap(({ field, width }) => (width ? [[field, width] as const] : [])),
  );
}
