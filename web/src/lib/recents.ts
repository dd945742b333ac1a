import { useEffect } from 'react';
import { vinculo } from './client';

/** Remembers that a record was opened, for the palette to offer it again. */
export function useNoteRecent(recordId: string): void {
  useEffect(() => {
    // Forgetting one is not worth a word.
    vinculo.recents.note(recordId).catch(() => undefined);
  }, [recordId]);
}
