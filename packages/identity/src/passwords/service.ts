import { commit } from '@vinculo/platform/events/commit';
import { tenantContext } from '@vinculo/platform/runtime';
import type { RequestFacts } from '../access/public-env';
import type { UserContext } from '../access/user-context';
import { decoyWrite } from '../directory/decoy-write';
import { invalidLink } from '../directory/invalid-link';
import { isWithin } from '../directory/limits';
import { findLink, forgetLink } from '../directory/link-tokens';
import { findLogin } from '../directory/logins';
import { forgetFailures } from '../sessions/log-in-throttle';
import { openSession, sweepSessions } from '../sessions/service';
import { readAccount } from '../users/account';
import { passwordChanged, passwordResetRequested } from './events';
import { hashPassword } from './hash';
import { provePassword } from './prove';
import { replacePassword } from './repository';
import { assertPasswordAcceptable } from './rules';

const HOUR_MS = 3_600_000;
const RESET_MAILS_AN_HOUR = 3;

/**
 * Asks for a reset mail. The answer and its time are the same for every address (S3). Beyond 3 an hour nothing more
 * is mailed, and the last link stays good: so nobody can use this to keep somebody out, or to flood a mailbox.
 */
export async function forgotPassword(email: string, { ip, requestId }: RequestFacts): Promise<void> {
  const mayMail = await isWithin({
    name: 'reset',
    subject: email,
    maximum: RESET_MAILS_AN_HOUR,
    windowMs: HOUR_MS,
  });
  const owner = await findLogin(email);
  if (!owner || !mayMail) return decoyWrite();
  const ctx = tenantContext(owner.tenantId, { kind: 'user', id: owner.userId }, requestId);
  await commit(ctx, [], [passwordResetRequested(owner.userId, ip)]);
}

/**
 * Sets a new password through the mailed link, once; ends all sessions and opens none (S6). Throws 422 `link.invalid`
 * for a link that is unknown, used, replaced or older than an hour.
 */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  { ip, requestId }: RequestFacts,
): Promise<void> {
  const link = await findLink(token, 'reset');
  if (!link) throw invalidLink();
  const ctx = tenantContext(link.tenantId, { kind: 'user', id: link.subjectId }, requestId);
  const account = await readAccount(ctx, link.subjectId);
  if (!account || account.credential.resetHash !== link.hash || account.user.status !== 'active') {
    throw invalidLink();
  }
  const { tenant, user } = account;
  await assertPasswordAcceptable(password, { company: tenant.name, email: user.email });
  const { sessionEpoch } = await replacePassword(
    ctx,
    account,
    await hashPassword(password),
    passwordChanged(user.sk, 'link', ip),
  );
  await forgetLink(link.hash);
  await forgetFailures(user.email);
  await sweepSessions(ctx, user.sk, sessionEpoch);
}

/** Changes the password of the logged-in user, ends all sessions and returns the token of a new one (S6). */
export async function changePassword(
  ctx: UserContext,
  { current, password }: { current: string; password: string },
  facts: RequestFacts,
): Promise<string> {
  const account = await provePassword(ctx, { password: current, pointer: '/current' }, facts);
  const { user } = account;
  await assertPasswordAcceptable(password, { company: ctx.tenant.name, email: user.email });
  const changed = await replacePassword(
    ctx,
    account,
    await hashPassword(password),
    passwordChanged(user.sk, 'password', facts.ip),
  );
  const token = await openSession(ctx, changed, facts, { means: 'password_change' });
  await sweepSessions(ctx, user.sk, changed.sessionEpoch);
  return token;
}
