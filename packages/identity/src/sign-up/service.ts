import { randomBytes } from 'node:crypto';
import { epochSeconds } from '@vinculo/platform/clock';
import { commit } from '@vinculo/platform/events/commit';
import { newId } from '@vinculo/platform/ids';
import { runtime, tenantContext } from '@vinculo/platform/runtime';
import type { RequestFacts } from '../access/public-env';
import { countAgainst, type Limit } from '../directory/limits';
import { networkOf } from '../directory/network-of';
import { hashPassword } from '../passwords/hash';
import { assertPasswordAcceptable } from '../passwords/rules';
import type { TenantItem } from '../tenants/items';
import { tenantKey } from '../tenants/keys';
import { DAY_MS } from '../tenants/trial';
import type { CredentialItem, UserItem } from '../users/items';
import { addressKey, credentialKey, userKey } from '../users/keys';
import { tenantSignedUp } from './events';
import type { SignUp } from './schema';

export const PENDING_DAYS = 7;
const HOUR_MS = 3_600_000;

/**
 * Makes a tenant that waits for its first user's address to be proven, and is forgotten after 7 days without. It
 * never looks whether the address has an account already: the consumer that mails does, so that neither the answer
 * nor its time tells (S3).
 */
export async function signUp(input: SignUp, { ip, requestId }: RequestFacts): Promise<void> {
  await assertPasswordAcceptable(input.password, input);
  await countAgainst(
    signUpLimits(input.email, ip),
    'signup.throttled',
    'Too many sign-ups. Try again later.',
  );
  const passwordHash = await hashPassword(input.password);
  const now = runtime().clock.now();
  const tenantId = newId('ten', now);
  const userId = newId('usr', now);
  const ctx = tenantContext(tenantId, { kind: 'user', id: userId }, requestId);
  const shared = {
    createdAt: now.toISOString(),
    expiresAt: epochSeconds(new Date(now.getTime() + PENDING_DAYS * DAY_MS)),
  };
  const tenant: TenantItem = {
    ...tenantKey(tenantId),
    kind: 'tenant',
    state: 'pending',
    name: input.company,
    country: input.country,
    locale: input.locale,
    currency: input.currency,
    timeZone: input.timeZone,
    fiscalYearStartMonth: 1,
    plan: 'trial',
    shards: 1,
    secret: randomBytes(32).toString('base64url'),
    hasSampleData: input.sampleData,
    version: 1,
    ...shared,
  };
  const user: UserItem = {
    ...userKey(userId),
    kind: 'user',
    name: input.name,
    email: input.email,
    locale: input.locale,
    roleId: 'admin',
    teamIds: [],
    status: 'active',
    sessionEpoch: 1,
    version: 1,
    ...shared,
  };
  const credential: CredentialItem = {
    ...credentialKey(userId),
    kind: 'credential',
    passwordHash,
    expiresAt: shared.expiresAt,
  };
  const address = { ...addressKey(input.email), kind: 'address', userId, expiresAt: shared.expiresAt };
  await commit(
    ctx,
    [tenant, user, credential, address].map((put) => ({ put, if: 'absent' })),
    [tenantSignedUp(tenant, user)],
  );
}

/** Sign-up mails strangers, so one address and one network can cause few of them (S25). */
function signUpLimits(email: string, ip: string): Limit[] {
  const network = networkOf(ip);
  return [
    { name: 'sign-up-address', subject: email, maximum: 5, windowMs: HOUR_MS },
    ...(network ? [{ name: 'sign-up-network', subject: network, maximum: 20, windowMs: HOUR_MS }] : []),
  ];
}
