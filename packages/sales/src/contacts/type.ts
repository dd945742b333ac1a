import type { RecordType } from '@vinculo/records/types/record-type';
import { ACCOUNT_KINDS } from '../accounts/options';

export const contactType = {
  name: 'contact',
  plural: 'contacts',
  idPrefix: 'con',
  labels: { one: { en: 'Contact', es: 'Contacto' }, many: { en: 'Contacts', es: 'Contactos' } },
  icon: 'user',
  color: 'teal',
  fields: {
    firstName: { kind: 'text', labels: { en: 'First name', es: 'Nombre' }, inCard: true, isPersonal: true },
    lastName: { kind: 'text', labels: { en: 'Last name', es: 'Apellidos' }, inCard: true, isPersonal: true },
    accountId: { kind: 'reference', to: ['account'], labels: { en: 'Account', es: 'Cuenta' }, inCard: true },
    jobTitle: { kind: 'text', labels: { en: 'Job title', es: 'Cargo' }, inCard: true },
    kind: {
      kind: 'select',
      labels: { en: 'Kind', es: 'Tipo' },
      options: ACCOUNT_KINDS,
      defaultValue: 'prospect',
      inCard: true,
    },
    emails: { kind: 'emails', labels: { en: 'E-mails', es: 'Correos' }, inCard: true, isPersonal: true },
    phones: { kind: 'phones', labels: { en: 'Phones', es: 'Teléfonos' }, inCard: true, isPersonal: true },
    addresses: { kind: 'addresses', labels: { en: 'Addresses', es: 'Direcciones' }, isPersonal: true },
    birthday: { kind: 'date', labels: { en: 'Birthday', es: 'Cumpleaños' }, isPersonal: true },
    language: { kind: 'text', labels: { en: 'Language', es: 'Idioma' }, maxLength: 35 },
    customerSince: { kind: 'date', labels: { en: 'Customer since', es: 'Cliente desde' } },
    lastPurchaseOn: { kind: 'date', labels: { en: 'Last purchase', es: 'Última compra' } },
    purchases: { kind: 'integer', labels: { en: 'Purchases', es: 'Compras' }, min: 0 },
    totalSpent: { kind: 'money', labels: { en: 'Total spent', es: 'Gasto total' } },
    tags: { kind: 'tags', labels: { en: 'Tags', es: 'Etiquetas' }, inCard: true },
    /** The lead that this contact was converted from; its history continues here. */
    fromLeadId: {
      kind: 'reference',
      to: ['lead'],
      continues: true,
      labels: { en: 'From lead', es: 'Del lead' },
      isReadOnly: true,
    },
    externalId: { kind: 'text', labels: { en: 'External id', es: 'Id externo' }, maxLength: 100 },
    description: { kind: 'longText', labels: { en: 'Description', es: 'Descripción' } },
  },
  title: ['firstName', 'lastName'],
  subtitle: 'jobTitle',
  requireOneOf: [['firstName', 'lastName', 'emails']],
  indexes: { sort: 'lastName', by: ['accountId'], unique: ['externalId'] },
  search: ['firstName', 'lastName', 'emails', 'phones', 'externalId'],
  duplicates: [
    { name: 'email', fields: ['emails'] },
    { name: 'phone', fields: ['phones'] },
    { name: 'name', fields: ['firstName', 'lastName'] },
  ],
  relations: [
    {
      name: 'activities',
      type: 'activity',
      by: 'regardingId',
      labels: { en: 'Activities', es: 'Actividades' },
    },
  ],
  defaultColumns: ['firstName', 'lastName', 'accountId', 'emails', 'phones', 'kind', 'ownerId', 'tags'],
} as const satisfies RecordType;
