import { epochSeconds } from '@vinculo/platform/clock';
import { UnauthenticatedError } from '@vinculo/platform/errors';
import { runtime, tenantContext } from '@vinculo/platform/runtime';
import type { SessionPrincipal } from '../access/principal';
import type { UserContext } from '../access/user-context';
import { hashSecret } from '../directory/secrets';
import { accessOf } from '../roles/items';
import { keysOfRole, roleAmong } from '../roles/repository';
import { type TenantItem, toTenantInfo } from '../tenants/items';
import { tenantKey } from '../tenants/keys';
import type { UserItem } from '../users/items';
import { userKey } from '../users/keys';
import { isUseWorthNoting } from './lifetime';
import { findSession, noteUse, type SessionItem } from './repository';

/**
 * Turns a cookie into a context in two round trips: the session, then user, tenant and role together, all strongly
 * consistent, so that an ended session, a disabled user and a changed role hold from the next request (S6, S7).
 * Throws 401 for anything else than a live session.
 */
export async function authenticate(
  token: string,
  requestId: string,
): Promise<{ ctx: UserContext; principal: SessionPrincipal }> {
  const now = runtime().clock.now();
  const session = await findSession(hashSecret(token));
  if (!session || session.expiresAt <= epochSeconds(now)) throw new UnauthenticatedError();

  const base = tenantContext(session.tenantId, { kind: 'user', id: session.userId }, requestId);
  const keys = [userKey(session.userId), tenantKey(session.tenantId), ...keysOfRole(session.roleId)];
  const items = await base.table.batchGet(keys, { consistent: true });
  const user = items.find((item): item is UserItem => item.kind === 'user');
  const tenant = items.find((item): item is TenantItem => item.kind === 'tenant');
  if (!user || !tenant || !isLive(session, user, tenant)) throw new UnauthenticatedError();

  const role = await roleAmong(base, items, user.roleId);
  if (isUseWorthNoting(session.lastSeenAt, now) || session.roleId !== user.roleId) {
    if (!(await noteUse(base, session, now, user.roleId))) throw new UnauthenticatedError();
  }

  const { access, roleName } = accessOf(user.roleId, role, user.locale);
  const ctx: UserContext = {
    ...base,
    access,
    teamIds: user.teamIds,
    tenant: toTenantInfo(tenant, now),
    locale: user.locale,
    actorName: user.name,
  };
  return { ctx, principal: { kind: 'session', session, user, tenant, roleName } };
}

function isLive(session: SessionItem, user: UserItem, tenant: TenantItem): boolean {
  return tenant.state === 'active' && user.status === 'active' && user.sessionEpoch === session.epoch;
}
