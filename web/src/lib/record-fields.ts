import type { FieldInfo, FieldKind, RecordTypeInfo } from '@vinculo/client/types';

/** The kinds of the API, and those that only a screen tells apart: texts that hold an id of something. */
export type ShownKind = FieldKind | 'stage' | 'pipeline' | 'lostReason';

/** A field with everything that a screen needs to show or edit it. */
export interface FieldDef extends Omit<FieldInfo, 'kind'> {
  /** The record type it belongs to, e.g. `contact`. */
  type: string;
  name: string;
  kind: ShownKind;
  /** Set by the server, the same for every type. */
  isSystem: boolean;
}

/** Every type has these; the API doesn't repeat them in each type's fields. */
const SYSTEM_FIELDS: Record<string, FieldInfo> = {
  ownerId: { kind: 'user', labels: { en: 'Owner', es: 'Responsable' }, inCard: true },
  teamId: { kind: 'team', labels: { en: 'Team', es: 'Equipo' }, inCard: true },
  createdAt: { kind: 'dateTime', labels: { en: 'Created', es: 'Creado' }, isReadOnly: true, inCard: true },
  createdBy: { kind: 'user', labels: { en: 'Created by', es: 'Creado por' }, isReadOnly: true },
  updatedAt: {
    kind: 'dateTime',
    labels: { en: 'Updated', es: 'Actualizado' },
    isReadOnly: true,
    inCard: true,
  },
  updatedBy: { kind: 'user', labels: { en: 'Updated by', es: 'Actualizado por' }, isReadOnly: true },
};

const SHOWN_AS: Record<string, ShownKind> = {
  'opportunity.stageId': 'stage',
  'opportunity.pipelineId': 'pipeline',
  'opportunity.lostReason': 'lostReason',
};

const built = new WeakMap<RecordTypeInfo, readonly FieldDef[]>();

/** All fields of a type in their order, the system's last. */
export function fieldsOf(info: RecordTypeInfo): readonly FieldDef[] {
  const found = built.get(info) ?? build(info);
  built.set(info, found);
  return found;
}

export function fieldOf(info: RecordTypeInfo, name: string): FieldDef | undefined {
  return fieldsOf(info).find((field) => field.name === name);
}

/** The fields with these names, in the order of the names; a name that the role can't see is left out. */
export function fieldsNamed(info: RecordTypeInfo, names: readonly string[]): FieldDef[] {
  return names.flatMap((name) => fieldOf(info, name) ?? []);
}

function build(info: RecordTypeInfo): readonly FieldDef[] {
  return Object.entries({ ...info.fields, ...SYSTEM_FIELDS }).map(([name, field]) => ({
    ...field,
    type: info.name,
    name,
    kind: SHOWN_AS[`${info.name}.${name}`] ?? field.kind,
    isSystem: name in SYSTEM_FIELDS,
  }));
}
