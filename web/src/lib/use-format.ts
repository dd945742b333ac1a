import { createContext, useContext } from 'react';
import type { Formatter } from './format';

/** Filled by the signed-in layout: making a formatter costs more than all that it formats. */
export const FormatContext = createContext<Formatter | null>(null);

/** Dates, numbers and money as this person of this company reads them; changes with the language. */
export function useFormat(): Formatter {
  const format = useContext(FormatContext);
  if (!format) throw new Error('useFormat was called outside the signed-in layout');
  return format;
}
