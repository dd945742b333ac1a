import type { TenantContext } from '@vinculo/platform/context';
import { ForbiddenError } from '@vinculo/platform/errors';
import type { Access, Permission } from './access';

export interface TenantInfo {
  id: string;
  name: string;
  locale: string;
  currency: string;
  timeZone: string;
  fiscalYearStartMonth: number;
  /** Number of partitions that each record list is spread over. */
  shards: number;
  /** Signs the tenant's cursors. */
  secret: string;
  isReadOnly: boolean;
}

/** The context of a request or job that acts with somebody's rights. */
export interface UserContext extends TenantContext {
  readonly access: Access;
  readonly teamIds: readonly string[];
  readonly tenant: TenantInfo;
  readonly locale: string;
}

/** Throws 403 unless the actor's role has the permission. */
export function requirePermission(ctx: UserContext, permission: Permission): void {
  if (!ctx.access.permissions.includes(permission)) throw new ForbiddenError();
}

/** Hono variables of every authenticated route. */
export interface AuthEnv {
  Variables: { ctx: UserContext; requestId: string; userAgent: string; ip: string };
}
