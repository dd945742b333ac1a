import type { FieldInfo, RecordTypeInfo } from '@vinculo/client/types';
import { RECORD_TYPES } from '@vinculo/sales/record-types';

type TypeName = (typeof RECORD_TYPES)[number]['name'];

/** For tests: a record type of the product as `/metadata` describes it to somebody who may do everything. */
export function aRecordType(name: TypeName): RecordTypeInfo {
  const type = RECORD_TYPES.find((candidate) => candidate.name === name);
  if (!type) throw new Error(`No record type is called ${name}`);
  const { fields, ...described } = type;
  const entries = Object.entries({ ...fields, ...SYSTEM }).map(([field, info]) => [
    field,
    { ...info, name: field },
  ]);
  return { ...described, fields: Object.fromEntries(entries) };
}

export const RECORD_TYPE_NAMES: readonly TypeName[] = RECORD_TYPES.map(({ name }) => name);

const SYSTEM: Record<string, Omit<FieldInfo, 'name'>> = {
  ownerId: { kind: 'user', labels: { en: 'Owner', es: 'Responsable' }, isSystem: true },
  teamId: { kind: 'team', labels: { en: 'Team', es: 'Equipo' }, isSystem: true },
  createdAt: { kind: 'dateTime', labels: { en: 'Created', es: 'Creado' }, isSystem: true, isReadOnly: true },
  createdBy: {
    kind: 'user',
    labels: { en: 'Created by', es: 'Creado por' },
    isSystem: true,
    isReadOnly: true,
  },
  updatedAt: {
    kind: 'dateTime',
    labels: { en: 'Updated', es: 'Actualizado' },
    isSystem: true,
    isReadOnly: true,
  },
  updatedBy: {
    kind: 'user',
    labels: { en: 'Updated by', es: 'Actualizado por' },
    isSystem: true,
    isReadOnly: true,
  },
};
