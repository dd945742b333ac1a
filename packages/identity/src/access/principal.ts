import { ForbiddenError } from '@vinculo/platform/errors';
import type { ApiKeyItem } from '../api-keys/items';
import type { SessionItem } from '../sessions/repository';
import type { TenantItem } from '../tenants/items';
import type { UserItem } from '../users/items';

/** A person, by the cookie of their session. */
export interface SessionPrincipal {
  readonly kind: 'session';
  readonly session: SessionItem;
  readonly user: UserItem;
  readonly tenant: TenantItem;
  readonly roleName: string;
}

/** A program, by its API key. */
export interface ApiKeyPrincipal {
  readonly kind: 'api_key';
  readonly key: ApiKeyItem;
  readonly tenant: TenantItem;
  readonly roleName: string;
}

/** Who makes a request, as just read from the table. */
export type Principal = SessionPrincipal | ApiKeyPrincipal;

/** The person behind a request. Throws 403 `key.not_for_keys` for a program. */
export function requirePerson(principal: Principal): SessionPrincipal {
  if (principal.kind === 'session') return principal;
  throw new ForbiddenError('key.not_for_keys', 'This is for people: log in instead of using an API key.');
}
