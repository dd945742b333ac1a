import type { TenantContext } from '@vinculo/platform/context';
import { UnauthenticatedError } from '@vinculo/platform/errors';
import { tenantContext } from '@vinculo/platform/runtime';
import type { ApiKeyPrincipal } from '../access/principal';
import type { UserContext } from '../access/user-context';
import { hashSecret } from '../directory/secrets';
import { accessOf } from '../roles/items';
import { keysOfRole, roleAmong } from '../roles/repository';
import { isUseWorthNoting } from '../sessions/lifetime';
import { type TenantItem, toTenantInfo } from '../tenants/items';
import { tenantKey } from '../tenants/keys';
import { type ApiKeyItem, hasRunOut, liveSecret } from './items';
import { apiKeyKey } from './keys';
import { findKeyPointer, noteKeyUse } from './repository';
import { narrow } from './scopes';
import { isKeySecret } from './secret';

/**
 * Turns the secret of an API key into a context in two round trips, as a session is: the pointer, then key, tenant and
 * role together, all strongly consistent, so that what was revoked, disabled or given another role is so from the next
 * request (S6, S7). Throws 401, without a read for what cannot be a key.
 */
export async function authenticateKey(
  secret: string,
  requestId: string,
): Promise<{ ctx: UserContext; principal: ApiKeyPrincipal }> {
  if (!isKeySecret(secret)) {
    throw refused('key.malformed', 'This is not a whole API key. Check how it was copied.');
  }
  const hash = hashSecret(secret);
  const pointer = await findKeyPointer(hash);
  if (!pointer) throw refused();

  const { tenantId, keyId } = pointer;
  const base = tenantContext(tenantId, { kind: 'api_key', id: keyId }, requestId);
  const items = await base.table.batchGet(
    [apiKeyKey(keyId), tenantKey(tenantId), ...keysOfRole(pointer.roleId)],
    { consistent: true },
  );
  const key = items.find((item): item is ApiKeyItem => item.kind === 'api_key');
  const tenant = items.find((item): item is TenantItem => item.kind === 'tenant');
  if (!key || tenant?.state !== 'active' || key.status !== 'active') throw refused();
  const now = base.clock.now();
  const which = liveSecret(key, hash, now);
  if (!which) throw refused();
  if (hasRunOut(key, now)) throw refused('key.expired', 'This API key has expired.');

  await noteUse(base, key, which, now);
  const { access, roleName } = accessOf(key.roleId, await roleAmong(base, items, key.roleId), tenant.locale);
  const ctx: UserContext = {
    ...base,
    access: narrow(access, key.scopes),
    teamIds: [],
    tenant: toTenantInfo(tenant, now),
    locale: tenant.locale,
    actorName: key.name,
  };
  return { ctx, principal: { kind: 'api_key', key, tenant, roleName } };
}

async function noteUse(
  ctx: TenantContext,
  key: ApiKeyItem,
  which: 'current' | 'previous',
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const isWorth = (usedAt: string | undefined) => usedAt === undefined || isUseWorthNoting(usedAt, now);
  const isOld = which === 'previous' && isWorth(key.previousUsedAt);
  if (!isOld && !isWorth(key.lastUsedAt)) return;
  await noteKeyUse(ctx, key, { lastUsedAt: at, ...(isOld ? { previousUsedAt: at } : {}) });
}

function refused(code = 'key.invalid', message = 'This API key does not work.'): UnauthenticatedError {
  return new UnauthenticatedError(code, message, { headers: { 'www-authenticate': 'Bearer' } });
}
