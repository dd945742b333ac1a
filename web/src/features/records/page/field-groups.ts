import type { FieldDef, ShownKind } from '../../../lib/record-fields';
import { isEmptyValue } from '../../../lib/records/value-shapes';

export const GROUPS = ['about', 'reach', 'figures', 'notes', 'record'] as const;
export type GroupName = (typeof GROUPS)[number];

export interface FieldGroup {
  name: GroupName;
  fields: FieldDef[];
}

const GROUP_OF: Partial<Record<ShownKind, GroupName>> = {
  emails: 'reach',
  phones: 'reach',
  addresses: 'reach',
  url: 'reach',
  money: 'figures',
  currency: 'figures',
  number: 'figures',
  integer: 'figures',
  date: 'figures',
  longText: 'notes',
};

/** Sorts a type's fields into what a person looks for together. A new type gets a sensible page without a layout. */
export function groupFields(
  fields: readonly FieldDef[],
  record: Readonly<Record<string, unknown>>,
): FieldGroup[] {
  const shown = fields.filter((field) => isRelevant(field, record));
  return GROUPS.flatMap((name) => {
    const members = shown.filter((field) => groupOf(field) === name);
    return members.length > 0 ? [{ name, fields: members }] : [];
  });
}

/** What only the server sets says nothing while it is empty; nor does why an open deal was lost. */
function isRelevant(field: FieldDef, record: Readonly<Record<string, unknown>>): boolean {
  if (!isEmptyValue(record[field.name])) return true;
  if (field.kind === 'lostReason') return record.status === 'lost';
  if (field.name === 'closedOn') return record.status !== 'open';
  return !field.isReadOnly;
}

function groupOf(field: FieldDef): GroupName {
  return field.isSystem ? 'record' : (GROUP_OF[field.kind] ?? 'about');
}
