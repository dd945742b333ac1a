import type { FieldInfo, FieldKind, RecordTypeInfo } from '@vinculo/client/types';

/** The kinds of the API, and those that only a screen tells apart: texts that hold an id of something. */
export type ShownKind = FieldKind | 'stage' | 'pipeline' | 'lostReason';

/** A field with everything that a screen needs to show or edit it. */
export interface FieldDef extends Omit<FieldInfo, 'kind'> {
  /** The record type it belongs to, e.g. `contact`. */
  type: string;
  kind: ShownKind;
}

const SHOWN_AS: Record<string, ShownKind> = {
  'opportunity.stageId': 'stage',
  'opportunity.pipelineId': 'pipeline',
  'opportunity.lostReason': 'lostReason',
};

const built = new WeakMap<RecordTypeInfo, readonly FieldDef[]>();

/** All fields of a type in their order, those that every type has last. */
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
  return Object.entries(info.fields).map(([name, field]) => ({
    ...field,
    type: info.name,
    name,
    kind: SHOWN_AS[`${info.name}.${name}`] ?? field.kind,
  }));
}
