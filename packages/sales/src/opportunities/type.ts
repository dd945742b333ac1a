import type { RecordType } from '@vinculo/records/types/record-type';

export const opportunityType = {
  name: 'opportunity',
  plural: 'opportunities',
  idPrefix: 'opp',
  labels: {
    one: { en: 'Opportunity', es: 'Oportunidad' },
    many: { en: 'Opportunities', es: 'Oportunidades' },
  },
  icon: 'briefcase',
  color: 'violet',
  fields: {
    name: { kind: 'text', labels: { en: 'Name', es: 'Nombre' }, isRequired: true, inCard: true },
    accountId: { kind: 'reference', to: ['account'], labels: { en: 'Account', es: 'Cuenta' }, inCard: true },
    contactId: { kind: 'reference', to: ['contact'], labels: { en: 'Contact', es: 'Contacto' } },
    /** A pipeline's id; the tenant's default pipeline when absent. */
    pipelineId: { kind: 'text', labels: { en: 'Pipeline', es: 'Embudo' }, maxLength: 40, inCard: true },
    /** Unique in the tenant, so that it implies the pipeline; the first stage when absent. */
    stageId: { kind: 'text', labels: { en: 'Stage', es: 'Etapa' }, maxLength: 40, inCard: true },
    amount: { kind: 'money', labels: { en: 'Amount', es: 'Importe' }, inCard: true },
    expectedCloseOn: { kind: 'date', labels: { en: 'Expected close', es: 'Cierre previsto' }, inCard: true },
    probability: {
      kind: 'integer',
      labels: { en: 'Probability %', es: 'Probabilidad %' },
      min: 0,
      max: 100,
      inCard: true,
    },
    /** Set when the probability is not the stage's own, so that moving on keeps it. */
    isProbabilityManual: {
      kind: 'boolean',
      labels: { en: 'Probability set by hand', es: 'Probabilidad fijada a mano' },
      isReadOnly: true,
    },
    stageEnteredAt: {
      kind: 'dateTime',
      labels: { en: 'In stage since', es: 'En la etapa desde' },
      isReadOnly: true,
      inCard: true,
    },
    /** Follows the stage's kind. */
    status: {
      kind: 'select',
      labels: { en: 'Status', es: 'Estado' },
      options: [
        { value: 'open', labels: { en: 'Open', es: 'Abierta' }, color: 'blue' },
        { value: 'won', labels: { en: 'Won', es: 'Ganada' }, color: 'green' },
        { value: 'lost', labels: { en: 'Lost', es: 'Perdida' }, color: 'red' },
      ],
      isReadOnly: true,
      inCard: true,
    },
    /** Set to the day it closes when absent; may be corrected afterwards, which looks its rate up again. */
    closedOn: { kind: 'date', labels: { en: 'Closed on', es: 'Cerrada el' }, inCard: true },
    lostReason: { kind: 'text', labels: { en: 'Lost reason', es: 'Motivo de pérdida' } },
    /** Frozen when it closes: 1 unit of the amount's currency is this many of `closedCurrency`. */
    closedRate: {
      kind: 'text',
      labels: { en: 'Closing rate', es: 'Tipo al cierre' },
      isReadOnly: true,
      inCard: true,
    },
    closedRateOn: { kind: 'date', labels: { en: 'Rate date', es: 'Fecha del tipo' }, isReadOnly: true },
    /** The tenant's currency when it closed. */
    closedCurrency: {
      kind: 'currency',
      labels: { en: 'Rate currency', es: 'Moneda del tipo' },
      isReadOnly: true,
      inCard: true,
    },
    source: { kind: 'text', labels: { en: 'Source', es: 'Origen' } },
    tags: { kind: 'tags', labels: { en: 'Tags', es: 'Etiquetas' }, inCard: true },
    externalId: { kind: 'text', labels: { en: 'External id', es: 'Id externo' }, maxLength: 100 },
    description: { kind: 'longText', labels: { en: 'Description', es: 'Descripción' } },
  },
  title: ['name'],
  subtitle: 'status',
  indexes: { sort: 'expectedCloseOn', by: ['stageId', 'accountId'], unique: ['externalId'] },
  search: ['name', 'externalId'],
  events: ['stage_changed'],
  duplicates: [{ name: 'name', fields: ['name'] }],
  relations: [
    {
      name: 'activities',
      type: 'activity',
      by: 'regardingId',
      labels: { en: 'Activities', es: 'Actividades' },
    },
  ],
  defaultColumns: [
    'name',
    'accountId',
    'stageId',
    'amount',
    'expectedCloseOn',
    'probability',
    'ownerId',
    'status',
  ],
  boardField: 'stageId',
} as const satisfies RecordType;
