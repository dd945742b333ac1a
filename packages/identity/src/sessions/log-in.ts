import { UnauthenticatedError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { tenantContext } from '@vinculo/platform/runtime';
import type { RequestFacts } from '../access/public-env';
import { decoyWrite } from '../directory/decoy-write';
import { findLogin } from '../directory/logins';
import { isPasswordOf } from '../passwords/hash';
import { renewHash } from '../passwords/repository';
import { readAccount } from '../users/account';
import { mayLogIn } from '../users/member';
import { type Entrance, enter } from './enter';
import { userLogInFailed } from './events';
import { admitAttempt, forgetFailures } from './log-in-throttle';

/**
 * Opens a session for the right password, or asks for a second step: nothing before that depends on whether there is one. An unknown address, a disabled user and a wrong password get the same 401
 * after the same work (S3). Throws 429 when there were too many tries.
 */
export async function logIn(
  { email, password }: { email: string; password: string },
  facts: RequestFacts,
): Promise<Entrance> {
  await admitAttempt(email, facts.ip);
  const owner = await findLogin(email);
  // Nobody's ids, so that an unknown address costs the same reads.
  const { tenantId, userId } = owner ?? { tenantId: 'ten_none', userId: 'usr_none' };
  const ctx = tenantContext(tenantId, { kind: 'user', id: userId }, facts.requestId);
  const account = await readAccount(ctx, userId);
  const isMatch = await isPasswordOf(account?.credential.passwordHash, password);
  if (!account || !isMatch || !mayLogIn(account)) {
    if (account) await commit(ctx, [], [userLogInFailed(userId, facts)]);
    else await decoyWrite();
    throw new UnauthenticatedError('login.invalid', 'E-mail or password is wrong.');
  }
  await forgetFailures(email);
  await renewHash(ctx, account.credential, password);
  return enter(ctx, account, facts, 'password');
}
