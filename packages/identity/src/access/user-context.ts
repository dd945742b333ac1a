import type { TenantContext } from '@vinculo/platform/context';
import { ForbiddenError } from '@vinculo/platform/errors';
import type { TenantInfo } from '../tenants/tenant-info';
import type { Access, Permission } from './access';
import type { Principal } from './principal';
import type { RequestFacts } from './public-env';

export type { TenantInfo };

/** The context of a request or job that acts with somebody's rights. */
export interface UserContext extends TenantContext {
  readonly access: Access;
  readonly teamIds: readonly string[];
  readonly tenant: TenantInfo;
  readonly locale: string;
  /** The actor's own name, where the check of a session or key has just read it. */
  readonly actorName?: string;
}

/** Throws 403 unless the actor's role has the permission. */
export function requirePermission(ctx: UserContext, permission: Permission): void {
  if (!ctx.access.permissions.includes(permission)) throw new ForbiddenError();
}

/** Hono variables of every authenticated route. */
export interface AuthEnv {
  Variables: RequestFacts & {
    ctx: UserContext;
    /** The items that the check read anyway, so that no handler reads them again. */
    principal: Principal;
  };
}
