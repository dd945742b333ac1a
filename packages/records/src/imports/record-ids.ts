import { createHash } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The id of what an import creates for `what`, a row or a name. It follows from the import alone, so that a slice that
 * runs again writes the same records and none twice (D5). It carries the import's time, as ids made then do.
 */
export function createdId(idPrefix: string, importId: string, what: number | string): string {
  const time = importId.slice(importId.indexOf('_') + 1).slice(0, 10);
  const digest = createHash('sha256').update(`${importId}\n${what}`).digest();
  let random = '';
  for (let position = 0; position < 16; position++) random += CROCKFORD[(digest[position] ?? 0) & 31];
  return `${idPrefix}_${time}${random}`;
}
