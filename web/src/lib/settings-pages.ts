import type { Permission } from '@vinculo/client/types';

/** The pages of the settings, for their own navigation and for the command palette. */
export const SETTINGS_PAGES = [
  { to: '/settings/profile', key: 'profile', group: 'you' },
  { to: '/settings/security', key: 'security', group: 'you' },
  { to: '/settings/company', key: 'company', group: 'company', permission: 'tenant.manage' },
  { to: '/settings/members', key: 'members', group: 'company', permission: 'users.manage' },
  { to: '/settings/teams', key: 'teams', group: 'company', permission: 'users.manage' },
  { to: '/settings/roles', key: 'roles', group: 'company', permission: 'roles.manage' },
  { to: '/settings/api-keys', key: 'keys', group: 'company', permission: 'keys.manage' },
  { to: '/settings/webhooks', key: 'webhooks', group: 'company', permission: 'webhooks.manage' },
  { to: '/settings/audit', key: 'audit', group: 'company', permission: 'audit.read' },
  { to: '/settings/pipelines', key: 'pipelines', group: 'sales', permission: 'pipelines.manage' },
  { to: '/settings/currency-rates', key: 'rates', group: 'sales', permission: 'rates.manage' },
] as const satisfies readonly SettingsPage[];

interface SettingsPage {
  to: string;
  key: string;
  group: 'you' | 'company' | 'sales';
  permission?: Permission;
}

/** Pages without a permission are everybody's own. */
export function settingsPagesFor(has: (permission: Permission) => boolean) {
  return SETTINGS_PAGES.filter((page) => !('permission' in page) || has(page.permission));
}
