import type { TenantContext } from '@vinculo/platform/context';
import { UnauthenticatedError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { tenantContext } from '@vinculo/platform/runtime';
import type { RequestFacts } from '../access/public-env';
import { decoyWrite } from '../directory/decoy-write';
import { findLogin } from '../directory/logins';
import { isPasswordOf } from '../passwords/hash';
import { renewHash } from '../passwords/repository';
import { accessOf, type RoleItem } from '../roles/items';
import { roleKey } from '../roles/keys';
import { type Account, readAccount } from '../users/account';
import { userLogInFailed } from './events';
import { admitAttempt, forgetFailures } from './log-in-throttle';
import type { Session } from './schema';
import { openSession } from './service';
import { toSession } from './view';

/**
 * Opens a session for the right password. An unknown address, a disabled user and a wrong password get the same 401
 * after the same work (S3). Throws 429 when there were too many tries.
 */
export async function logIn(
  { email, password }: { email: string; password: string },
  facts: RequestFacts,
): Promise<{ session: Session; token: string }> {
  await admitAttempt(email, facts.ip);
  const owner = await findLogin(email);
  // Nobody's ids, so that an unknown address costs the same reads.
  const { tenantId, userId } = owner ?? { tenantId: 'ten_none', userId: 'usr_none' };
  const ctx = tenantContext(tenantId, { kind: 'user', id: userId }, facts.requestId);
  const account = await readAccount(ctx, userId);
  const isMatch = await isPasswordOf(account?.credential.passwordHash, password);
  if (!account || !isMatch || !isOpen(account)) {
    if (account) await commit(ctx, [], [userLogInFailed(userId, facts)]);
    else await decoyWrite();
    throw new UnauthenticatedError('login.invalid', 'E-mail or password is wrong.');
  }
  await forgetFailures(email);
  await renewHash(ctx, account.credential, password);
  const token = await openSession(ctx, account.user, facts, 'password');
  return { session: await describeSession(ctx, account), token };
}

function isOpen({ tenant, user }: Account): boolean {
  return tenant.state === 'active' && user.status === 'active';
}

async function describeSession(ctx: TenantContext, { tenant, user }: Account): Promise<Session> {
  const role = await ctx.table.get<RoleItem>(roleKey(user.roleId));
  const { access, roleName } = accessOf(user.roleId, role, user.locale);
  return toSession(ctx, { user, tenant, roleName }, access);
}
