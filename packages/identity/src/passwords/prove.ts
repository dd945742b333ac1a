import type { TenantContext } from '@vinculo/platform/context';
import { ConflictError, refused } from '@vinculo/platform/errors';
import { admitAttempt, forgetFailures } from '../sessions/log-in-throttle';
import { type Account, readAccount } from '../users/account';
import { isPasswordOf } from './hash';

/**
 * Has the logged-in user prove who they are by their password, counted as log-ins are (S4). Throws 422 at `pointer` for a
 * wrong one, 429, and 409 `password.none` for who logs in through the company's provider and has none.
 */
export async function provePassword(
  ctx: TenantContext,
  { password, pointer }: { password: string; pointer: string },
  { ip }: { ip: string },
): Promise<Account> {
  const account = await readAccount(ctx, ctx.actor.id);
  if (!account) throw new ConflictError('password.none', 'You have no password here.');
  const { user, credential } = account;
  await admitAttempt(user.email, ip);
  if (!(await isPasswordOf(credential.passwordHash, password))) {
    throw refused(pointer, 'password.wrong', 'This is not your password.');
  }
  await forgetFailures(user.email);
  return account;
}
