import type { RecordType } from '@vinculo/records/types/record-type';
import { ACCOUNT_KINDS, INDUSTRIES } from './options';

export const accountType = {
  name: 'account',
  plural: 'accounts',
  idPrefix: 'acc',
  labels: { one: { en: 'Account', es: 'Cuenta' }, many: { en: 'Accounts', es: 'Cuentas' } },
  icon: 'building',
  color: 'indigo',
  fields: {
    name: { kind: 'text', labels: { en: 'Name', es: 'Nombre' }, isRequired: true, inCard: true },
    kind: {
      kind: 'select',
      labels: { en: 'Kind', es: 'Tipo' },
      options: ACCOUNT_KINDS,
      defaultValue: 'prospect',
      inCard: true,
    },
    domain: { kind: 'text', labels: { en: 'Domain', es: 'Dominio' }, maxLength: 253, inCard: true },
    website: { kind: 'url', labels: { en: 'Website', es: 'Sitio web' } },
    industry: { kind: 'select', labels: { en: 'Industry', es: 'Sector' }, options: INDUSTRIES, inCard: true },
    emails: { kind: 'emails', labels: { en: 'E-mails', es: 'Correos' } },
    phones: { kind: 'phones', labels: { en: 'Phones', es: 'Teléfonos' } },
    addresses: { kind: 'addresses', labels: { en: 'Addresses', es: 'Direcciones' } },
    employees: { kind: 'integer', labels: { en: 'Employees', es: 'Empleados' }, min: 0, max: 10_000_000 },
    annualRevenue: { kind: 'money', labels: { en: 'Annual revenue', es: 'Ingresos anuales' } },
    parentId: {
      kind: 'reference',
      to: ['account'],
      labels: { en: 'Parent account', es: 'Cuenta matriz' },
      inCard: true,
    },
    tags: { kind: 'tags', labels: { en: 'Tags', es: 'Etiquetas' }, inCard: true },
    externalId: { kind: 'text', labels: { en: 'External id', es: 'Id externo' }, maxLength: 100 },
    description: { kind: 'longText', labels: { en: 'Description', es: 'Descripción' } },
  },
  title: ['name'],
  subtitle: 'domain',
  indexes: { sort: 'name', by: ['parentId'], unique: ['externalId'] },
  search: ['name', 'domain', 'emails', 'phones', 'externalId'],
  duplicates: [
    { name: 'name', fields: ['name'] },
    { name: 'domain', fields: ['domain'] },
    { name: 'email', fields: ['emails'] },
  ],
  relations: [
    { name: 'contacts', type: 'contact', by: 'accountId', labels: { en: 'Contacts', es: 'Contactos' } },
    {
      name: 'opportunities',
      type: 'opportunity',
      by: 'accountId',
      labels: { en: 'Opportunities', es: 'Oportunidades' },
    },
    { name: 'subsidiaries', type: 'account', by: 'parentId', labels: { en: 'Subsidiaries', es: 'Filiales' } },
    {
      name: 'activities',
      type: 'activity',
      by: 'accountId',
      labels: { en: 'Activities', es: 'Actividades' },
    },
  ],
  defaultColumns: ['name', 'kind', 'domain', 'industry', 'ownerId', 'tags', 'updatedAt'],
} as const satisfies RecordType;
