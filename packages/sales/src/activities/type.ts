import type { RecordType } from '@vinculo/records/types/record-type';

/** Anything that happened or will happen with somebody, on any channel. */
export const activityType = {
  name: 'activity',
  plural: 'activities',
  idPrefix: 'act',
  labels: { one: { en: 'Activity', es: 'Actividad' }, many: { en: 'Activities', es: 'Actividades' } },
  icon: 'calendar',
  color: 'blue',
  fields: {
    kind: {
      kind: 'select',
      labels: { en: 'Kind', es: 'Tipo' },
      options: [
        { value: 'note', labels: { en: 'Note', es: 'Nota' }, color: 'yellow' },
        { value: 'task', labels: { en: 'Task', es: 'Tarea' }, color: 'blue' },
        { value: 'call', labels: { en: 'Call', es: 'Llamada' }, color: 'teal' },
        { value: 'meeting', labels: { en: 'Meeting', es: 'Reunión' }, color: 'grape' },
        { value: 'email', labels: { en: 'E-mail', es: 'Correo' }, color: 'indigo' },
      ],
      isRequired: true,
      inCard: true,
    },
    subject: { kind: 'text', labels: { en: 'Subject', es: 'Asunto' }, isRequired: true, inCard: true },
    body: { kind: 'longText', labels: { en: 'Text', es: 'Texto' } },
    /** The account, contact, lead or opportunity it is about. */
    regardingId: {
      kind: 'reference',
      to: ['account', 'contact', 'lead', 'opportunity'],
      labels: { en: 'Regarding', es: 'Relacionado con' },
      inCard: true,
    },
    /** The account it counts for: set by the server from what it is about. */
    accountId: {
      kind: 'reference',
      to: ['account'],
      labels: { en: 'Account', es: 'Cuenta' },
      isReadOnly: true,
      inCard: true,
    },
    /** When it happened or will happen; for a task, when it is due. */
    at: { kind: 'dateTime', labels: { en: 'When', es: 'Cuándo' }, inCard: true },
    durationMinutes: { kind: 'integer', labels: { en: 'Minutes', es: 'Minutos' }, min: 0, max: 10_080 },
    direction: {
      kind: 'select',
      labels: { en: 'Direction', es: 'Sentido' },
      options: [
        { value: 'outbound', labels: { en: 'Outgoing', es: 'Saliente' } },
        { value: 'inbound', labels: { en: 'Incoming', es: 'Entrante' } },
      ],
    },
    priority: {
      kind: 'select',
      labels: { en: 'Priority', es: 'Prioridad' },
      options: [
        { value: 'low', labels: { en: 'Low', es: 'Baja' }, color: 'gray' },
        { value: 'normal', labels: { en: 'Normal', es: 'Normal' }, color: 'blue' },
        { value: 'high', labels: { en: 'High', es: 'Alta' }, color: 'red' },
      ],
      inCard: true,
    },
    isDone: { kind: 'boolean', labels: { en: 'Done', es: 'Hecha' }, inCard: true },
    doneAt: { kind: 'dateTime', labels: { en: 'Done at', es: 'Hecha el' }, isReadOnly: true },
    remindAt: { kind: 'dateTime', labels: { en: 'Reminder', es: 'Recordatorio' } },
  },
  title: ['subject'],
  subtitle: 'kind',
  indexes: { sort: 'at', by: ['regardingId', 'accountId'] },
  search: ['subject'],
  defaultColumns: ['kind', 'subject', 'regardingId', 'at', 'priority', 'isDone', 'ownerId'],
  isSecondary: true,
} as const satisfies RecordType;
