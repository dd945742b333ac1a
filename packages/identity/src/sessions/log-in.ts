import type { TenantContext } from '@vinculo/platform/context';
import { UnauthenticatedError } from '@vinculo/platform/errors';
import { tenantContext } from '@vinculo/platform/runtime';
import type { RequestFacts } from '../access/public-env';
import { findLogin } from '../directory/logins';
import { isPasswordOf } from '../passwords/hash';
import { accessOf, type RoleItem } from '../roles/items';
import { roleKey } from '../roles/keys';
import type { TenantItem } from '../tenants/items';
import { tenantKey } from '../tenants/keys';
import type { CredentialItem, UserItem } from '../users/items';
import { credentialKey, userKey } from '../users/keys';
import type { Session } from './schema';
import { openSession } from './service';
import { toSession } from './view';

interface Account {
  tenant: TenantItem;
  user: UserItem;
  credential: CredentialItem;
}

/** Opens a session for the right password; throws the same 401 in the same time for everything else (S3). */
export async function logIn(
  { email, password }: { email: string; password: string },
  facts: RequestFacts,
): Promise<{ session: Session; token: string }> {
  const owner = await findLogin(email);
  // Nobody's ids, so that an unknown address costs the same reads.
  const { tenantId, userId } = owner ?? { tenantId: 'ten_unknown', userId: 'usr_unknown' };
  const ctx = tenantContext(tenantId, { kind: 'user', id: userId }, facts.requestId);
  const account = await readAccount(ctx, userId);
  const isMatch = await isPasswordOf(account?.credential.passwordHash, password);
  if (!account || !isMatch) throw new UnauthenticatedError('login.invalid', 'E-mail or password is wrong.');

  const token = await openSession(ctx, account.user, facts);
  return { session: await describe(ctx, account), token };
}

async function readAccount(ctx: TenantContext, userId: string): Promise<Account | undefined> {
  const items = await ctx.table.batchGet([tenantKey(ctx.tenantId), userKey(userId), credentialKey(userId)], {
    consistent: true,
  });
  const tenant = items.find((item): item is TenantItem => item.kind === 'tenant');
  const user = items.find((item): item is UserItem => item.kind === 'user');
  const credential = items.find((item): item is CredentialItem => item.kind === 'credential');
  if (!tenant || !user || !credential) return undefined;
  return tenant.state === 'active' && user.status === 'active' ? { tenant, user, credential } : undefined;
}

async function describe(ctx: TenantContext, { tenant, user }: Account): Promise<Session> {
  const role = await ctx.table.get<RoleItem>(roleKey(user.roleId));
  const { access, roleName } = accessOf(user.roleId, role, user.locale);
  return toSession(ctx, { user, tenant, roleName }, access);
}
