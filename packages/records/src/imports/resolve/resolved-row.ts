import type { ParsedRow } from '../cells/parse-row';
import type { MissingRecord } from './references';

/** A row whose names are replaced by the ids that they stand for. */
export interface ResolvedRow extends ParsedRow {
  missing: MissingRecord[];
}
