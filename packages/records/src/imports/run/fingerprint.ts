import { createHash } from 'node:crypto';
import type { CrmRecord } from '../../types/record-type';

/** What a record holds, without its version and who changed it when: equal exactly when nothing of it differs. */
export function fingerprintOf(record: CrmRecord): string {
  const { version: _, updatedAt: __, updatedBy: ___, ...content } = record;
  return createHash('sha256').update(stable(content)).digest('base64url').slice(0, 22);
}

/** JSON with its members in one order: the table keeps none. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${stable(member)}`);
  return `{${members.join(',')}}`;
}
