import type { Field } from './record-type';

/** Fields of every record type, for lists, filters and screens. Owner and team may be set by users. */
export const SYSTEM_FIELDS = {
  ownerId: { kind: 'user', labels: { en: 'Owner', es: 'Responsable' }, inCard: true },
  teamId: { kind: 'team', labels: { en: 'Team', es: 'Equipo' }, inCard: true },
  createdAt: { kind: 'dateTime', labels: { en: 'Created', es: 'Creado' }, isReadOnly: true },
  createdBy: { kind: 'user', labels: { en: 'Created by', es: 'Creado por' }, isReadOnly: true },
  updatedAt: {
    kind: 'dateTime',
    labels: { en: 'Updated', es: 'Actualizado' },
    isReadOnly: true,
    inCard: true,
  },
  updatedBy: { kind: 'user', labels: { en: 'Updated by', es: 'Actualizado por' }, isReadOnly: true },
} as const satisfies Record<string, Field>;
