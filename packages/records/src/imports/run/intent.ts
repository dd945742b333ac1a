import type { RowIssue } from '../cells/parse-row';
import type { ImportSettings } from '../items';

export type SkipReason = 'by_user' | 'exists' | 'duplicate_in_file' | 'no_match' | 'unchanged';

/** What is to become of a row. */
export type Intent =
  | { do: 'create' }
  | { do: 'update'; id: string }
  | { do: 'skip'; reason: SkipReason; id?: string }
  | { do: 'fail'; issues: RowIssue[] };

interface Facts {
  isSkipped: boolean;
  issues: RowIssue[];
  /** The record that the row is, if it exists. */
  match: string | undefined;
  /** The record that a row above with the same match value became. */
  twin: string | undefined;
}

/** The rule of imports: mode and `onDuplicate` decide what happens to a row that exists, or that was there above. */
export function intentOf(
  { isSkipped, issues, match, twin }: Facts,
  { mode, onDuplicate }: Pick<ImportSettings, 'mode' | 'onDuplicate'>,
): Intent {
  if (isSkipped) return { do: 'skip', reason: 'by_user' };
  if (issues.length > 0) return { do: 'fail', issues };
  const id = match ?? twin;
  if (id === undefined) return mode === 'update' ? { do: 'skip', reason: 'no_match' } : { do: 'create' };
  if (mode !== 'create' || onDuplicate === 'update') return { do: 'update', id };
  if (onDuplicate === 'create') return { do: 'create' };
  return { do: 'skip', reason: match === undefined ? 'duplicate_in_file' : 'exists', id };
}
