import * as z from 'zod';
import { type Access, PERMISSIONS, type Rights, rightsOn } from '../access/access';

/**
 * The grammar of scopes: `<record type>:read`, `<record type>:write`, with `*` for every type, or the name of a
 * permission. `write` includes `read`. A scope only ever takes away from the role: what neither grants nor the role
 * allows stays refused.
 */
const RECORD_SCOPE = /^(?:\*|[a-z][a-z0-9_]{0,39}):(?:read|write)$/;
const SCOPES_MAXIMUM = 100;

export const scopeSchema = z
  .string()
  .max(60)
  .refine((scope) => RECORD_SCOPE.test(scope) || PERMISSIONS.some((name) => name === scope), {
    params: { code: 'scope.unknown' },
    error: 'A scope is `<record type>:read`, `<record type>:write` or a permission.',
  })
  .meta({ examples: ['contact:read', '*:write', 'records.export'] });

export const scopesSchema = z
  .array(scopeSchema)
  .min(1)
  .max(SCOPES_MAXIMUM)
  .transform((scopes) => [...new Set(scopes)]);

const NONE: Rights = { create: 'none', read: 'none', update: 'none', delete: 'none' };

/** The role's rights, less what the scopes leave out. Fields stay as the role has them. */
export function narrow(access: Access, scopes: readonly string[] | undefined): Access {
  if (!scopes) return access;
  const named = scopes.flatMap((scope) =>
    RECORD_SCOPE.test(scope) ? [scope.slice(0, scope.indexOf(':'))] : [],
  );
  const types = new Set(['*', ...Object.keys(access.types), ...named]);
  return {
    ...access,
    permissions: access.permissions.filter((permission) => scopes.includes(permission)),
    types: Object.fromEntries([...types].map((type) => [type, within(rightsOn(access, type), scopes, type)])),
  };
}

function within(rights: Rights, scopes: readonly string[], type: string): Rights {
  const isIn = (verb: string) => scopes.includes(`${type}:${verb}`) || scopes.includes(`*:${verb}`);
  if (isIn('write')) return rights;
  return isIn('read') ? { ...NONE, read: rights.read } : NONE;
}
