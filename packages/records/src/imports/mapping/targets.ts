import { fieldAccess } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import type { Field, Labels, RecordType } from '../../types/record-type';
import { writableFields } from '../../types/schema';
import {
  ADDRESS_LABELS,
  ADDRESS_PARTS,
  CURRENCY_LABEL,
  EMAIL_LABELS,
  FULL_NAME_LABEL,
  ID_LABEL,
  joined,
  PHONE_LABELS,
  POINT_LABELS,
} from './part-labels';

/** How a target's cells are read; the kinds of fields, and those that only parts of fields have. */
export type TargetKind = Field['kind'] | 'id' | 'fullName' | 'country';

/** Something that a column can be mapped to: a field, a part of one, or a value that becomes several fields. */
export interface Target {
  /** As a mapping names it: `emails`, `emails.home`, `addresses.billing.city`, `totalSpent.currency`, `fullName`. */
  key: string;
  /** The record's field; for `fullName` the first of those it fills. */
  field: string;
  kind: TargetKind;
  labels: Labels;
  /** The label that the value gets in a field of several values. */
  label?: string;
  /** The part of an address or of money. */
  part?: string;
}

const built = new WeakMap<RecordType, ReadonlyMap<string, Target>>();

/** Everything that a column of a file for this type can be mapped to, by key. */
export function targetsOf(type: RecordType): ReadonlyMap<string, Target> {
  const found = built.get(type) ?? new Map(build(type).map((target) => [target.key, target]));
  built.set(type, found);
  return found;
}

/** Those that the actor's role may fill (S10, S12). */
export function allowedTargets(ctx: UserContext, type: RecordType): Target[] {
  const canEdit = (field: string) => fieldAccess(ctx.access, type.name, field) === 'edit';
  return [...targetsOf(type).values()].filter(
    ({ field, kind }) => canEdit(field) && (kind !== 'fullName' || canEdit('lastName')),
  );
}

function build(type: RecordType): Target[] {
  const fields = writableFields(type);
  const id: Target = { key: 'id', field: 'id', kind: 'id', labels: ID_LABEL };
  const fullName: Target = { key: 'fullName', field: 'firstName', kind: 'fullName', labels: FULL_NAME_LABEL };
  return [
    ...('firstName' in fields && 'lastName' in fields ? [fullName] : []),
    ...Object.entries(fields).flatMap(([name, field]) => targetsOfField(name, field)),
    id,
  ];
}

function targetsOfField(name: string, field: Field): Target[] {
  const whole: Target = { key: name, field: name, kind: field.kind, labels: field.labels };
  const labelled = (labels: readonly (keyof typeof POINT_LABELS)[]) =>
    labels.map(
      (label): Target => ({
        ...whole,
        key: `${name}.${label}`,
        label,
        labels: joined(field.labels, POINT_LABELS[label]),
      }),
    );
  switch (field.kind) {
    case 'emails':
      return [whole, ...labelled(EMAIL_LABELS)];
    case 'phones':
      return [whole, ...labelled(PHONE_LABELS)];
    case 'addresses':
      return [...addressParts(whole), ...labelled(ADDRESS_LABELS).flatMap(addressParts)];
    case 'money':
      return [
        whole,
        {
          ...whole,
          key: `${name}.currency`,
          kind: 'currency',
          part: 'currency',
          labels: joined(field.labels, CURRENCY_LABEL),
        },
      ];
    default:
      return [whole];
  }
}

function addressParts(whole: Target): Target[] {
  const parts = Object.entries(ADDRESS_PARTS).map(
    ([part, labels]): Target => ({
      ...whole,
      key: `${whole.key}.${part}`,
      kind: part === 'country' ? 'country' : 'text',
      part,
      labels: whole.label
        ? { en: `${whole.labels.en} ${labels.en}`, es: `${whole.labels.es} ${labels.es}` }
        : joined(whole.labels, labels),
    }),
  );
  return parts;
}
