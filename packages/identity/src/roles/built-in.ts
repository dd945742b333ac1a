import { type Access, PERMISSIONS, type Rights } from '../access/access';
import type { Locale } from '../users/schema';

/**
 * The seven roles that every tenant has, as data. `types['*']` also covers record types that come later. A level
 * reaches down: `team` includes one's own, `all` includes both.
 */
export interface BuiltInRole {
  readonly label: Record<Locale, string>;
  readonly access: Access;
}

const EVERYTHING: Rights = { create: 'all', read: 'all', update: 'all', delete: 'all' };
const LOOK: Rights = { create: 'none', read: 'all', update: 'none', delete: 'none' };
const SHARED_WITH_TEAM: Rights = { create: 'own', read: 'all', update: 'team', delete: 'own' };
const OWN_WORK: Rights = { create: 'own', read: 'team', update: 'own', delete: 'own' };
const OWN_AMONG_ALL: Rights = { create: 'own', read: 'all', update: 'own', delete: 'own' };
const KEPT: Rights = { create: 'all', read: 'all', update: 'all', delete: 'own' };
const SERVED: Rights = { create: 'own', read: 'all', update: 'all', delete: 'none' };

export const BUILT_IN_ROLES: Readonly<Record<string, BuiltInRole>> = {
  admin: {
    label: { en: 'Administrator', es: 'Administrador' },
    access: {
      roleId: 'admin',
      home: 'admin',
      permissions: [...PERMISSIONS],
      types: { '*': EVERYTHING },
      fields: {},
    },
  },
  sales_manager: {
    label: { en: 'Sales manager', es: 'Jefe de ventas' },
    access: {
      roleId: 'sales_manager',
      home: 'manager',
      permissions: ['records.import', 'records.export', 'views.share', 'pipelines.manage', 'rates.manage'],
      types: { '*': { create: 'all', read: 'all', update: 'all', delete: 'team' } },
      fields: {},
    },
  },
  sales_rep: {
    label: { en: 'Sales representative', es: 'Representante de ventas' },
    access: {
      roleId: 'sales_rep',
      home: 'sales',
      permissions: [],
      types: { account: SHARED_WITH_TEAM, contact: SHARED_WITH_TEAM, '*': OWN_WORK },
      fields: {},
    },
  },
  marketing: {
    label: { en: 'Marketing', es: 'Marketing' },
    access: {
      roleId: 'marketing',
      home: 'marketing',
      permissions: ['records.import', 'records.export', 'views.share'],
      types: {
        account: SHARED_WITH_TEAM,
        contact: KEPT,
        lead: KEPT,
        opportunity: LOOK,
        '*': OWN_AMONG_ALL,
      },
      fields: {},
    },
  },
  service_agent: {
    label: { en: 'Service agent', es: 'Agente de servicio' },
    access: {
      roleId: 'service_agent',
      home: 'service',
      permissions: [],
      types: { account: SERVED, contact: SERVED, opportunity: LOOK, lead: OWN_WORK, '*': OWN_AMONG_ALL },
      fields: {},
    },
  },
  analyst: {
    label: { en: 'Analyst', es: 'Analista' },
    access: {
      roleId: 'analyst',
      home: 'analyst',
      permissions: ['records.export', 'views.share'],
      types: { '*': LOOK },
      fields: {},
    },
  },
  read_only: {
    label: { en: 'Read only', es: 'Solo lectura' },
    access: { roleId: 'read_only', home: 'analyst', permissions: [], types: { '*': LOOK }, fields: {} },
  },
};

export function isBuiltInRole(roleId: string): boolean {
  return Object.hasOwn(BUILT_IN_ROLES, roleId);
}
