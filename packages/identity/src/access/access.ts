import * as z from 'zod';

/** How far a right reaches: nothing, the actor's own records, those of the actor's teams, or all. */
export const levelSchema = z.enum(['none', 'own', 'team', 'all']);
export type Level = z.infer<typeof levelSchema>;

export const ACTIONS = ['create', 'read', 'update', 'delete'] as const;
export type Action = (typeof ACTIONS)[number];

export const PERMISSIONS = [
  'tenant.manage',
  'users.manage',
  'roles.manage',
  'keys.manage',
  'webhooks.manage',
  'audit.read',
  'records.import',
  'records.export',
  'views.share',
  'pipelines.manage',
  'rates.manage',
] as const;
export const permissionSchema = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof permissionSchema>;

export const homeSchema = z.enum(['admin', 'manager', 'sales', 'marketing', 'service', 'analyst']);

export const rightsSchema = z.strictObject({
  create: levelSchema,
  read: levelSchema,
  update: levelSchema,
  delete: levelSchema,
});
export type Rights = z.infer<typeof rightsSchema>;

/** What a role allows. `types['*']` holds for record types that are not named; nothing named means nothing allowed. */
export const accessSchema = z
  .object({
    roleId: z.string(),
    home: homeSchema,
    permissions: z.array(permissionSchema),
    types: z.record(z.string(), rightsSchema),
    fields: z.record(z.string(), z.record(z.string(), z.enum(['hidden', 'read']))),
  })
  .meta({ id: 'Access' });
export type Access = z.infer<typeof accessSchema>;

const NO_RIGHTS: Rights = { create: 'none', read: 'none', update: 'none', delete: 'none' };

export function rightsOn(access: Access, recordType: string): Rights {
  return access.types[recordType] ?? access.types['*'] ?? NO_RIGHTS;
}

export function fieldAccess(access: Access, recordType: string, field: string): 'hidden' | 'read' | 'edit' {
  return access.fields[recordType]?.[field] ?? 'edit';
}
