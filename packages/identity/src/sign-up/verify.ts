import type { TenantContext } from '@vinculo/platform/context';
import { ConflictError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { tenantContext } from '@vinculo/platform/runtime';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { RequestFacts } from '../access/public-env';
import { invalidLink } from '../directory/invalid-link';
import { findLink, forgetLink } from '../directory/link-tokens';
import { claimLogin } from '../directory/logins';
import { accessOf } from '../roles/items';
import type { Session } from '../sessions/schema';
import { openSession } from '../sessions/service';
import { toSession } from '../sessions/view';
import type { TenantItem } from '../tenants/items';
import { tenantKey } from '../tenants/keys';
import { DAY_MS, TRIAL_DAYS } from '../tenants/trial';
import type { UserItem } from '../users/items';
import { addressKey, credentialKey, userKey } from '../users/keys';
import { tenantActivated } from './events';

/**
 * Proves the address, starts the trial and logs in. The address is claimed before the tenant is activated and the
 * claim is repeatable, so a link that was cut off half-way works again. Throws 422 `link.invalid` for a link that is
 * unknown, used or too old, 409 `signup.email_taken` when the address got an account meanwhile.
 */
export async function verifyAddress(
  token: string,
  facts: RequestFacts,
): Promise<{ session: Session; token: string }> {
  const link = await findLink(token, 'verify');
  if (!link) throw invalidLink();
  const ctx = tenantContext(link.tenantId, { kind: 'user', id: link.subjectId }, facts.requestId);
  const [tenant, user] = await Promise.all([
    ctx.table.get<TenantItem>(tenantKey(link.tenantId)),
    ctx.table.get<UserItem>(userKey(link.subjectId)),
  ]);
  if (!tenant || !user || tenant.state !== 'pending') throw invalidLink();
  if (!(await claimLogin(user.email, { tenantId: link.tenantId, userId: user.sk }))) {
    throw new ConflictError('signup.email_taken', 'This address has an account already. Log in with it.');
  }
  const active = await activate(ctx, tenant, user);
  await forgetLink(link.hash);

  const sessionToken = await openSession(ctx, user, facts, { means: 'verification' });
  const { access, roleName } = accessOf(user.roleId, undefined, user.locale);
  return { session: await toSession(ctx, { user, tenant: active, roleName }, access), token: sessionToken };
}

async function activate(ctx: TenantContext, tenant: TenantItem, user: UserItem): Promise<TenantItem> {
  const { expiresAt: _, ...kept } = tenant;
  const trialEndsAt = new Date(ctx.clock.now().getTime() + TRIAL_DAYS * DAY_MS).toISOString();
  const active: TenantItem = { ...kept, state: 'active', trialEndsAt, version: tenant.version + 1 };
  try {
    await commit(
      ctx,
      [
        { put: active, if: { equals: { state: 'pending', version: tenant.version } } },
        { update: userKey(user.sk), remove: ['expiresAt'], if: 'present' },
        { update: credentialKey(user.sk), remove: ['expiresAt'], if: 'present' },
        { update: addressKey(user.email), remove: ['expiresAt'], if: 'present' },
      ],
      [tenantActivated(active, user.sk)],
    );
  } catch (error) {
    throw error instanceof ConditionFailedError ? invalidLink(error) : error;
  }
  return active;
}
