import type { TenantContext } from '@vinculo/platform/context';
import { ConflictError, LimitError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { openSecret } from '@vinculo/platform/secrets/seal';
import type { RequestFacts } from '../access/public-env';
import { admitAttempt, forgetFailures } from '../sessions/log-in-throttle';
import { recoveryCodeUsed, secondFactorFailed } from './events';
import { type SecondFactorItem, totpPurpose } from './items';
import { recoveryHash } from './recovery-codes';
import { changeSecondFactor, readSecondFactor } from './repository';
import { stepOf } from './totp';

const RACES = 5;

type CodeMethod = 'totp' | 'recovery_code';

/**
 * Takes a one-time code or a recovery code, once: a code of a step that was used before, or of an earlier one, is wrong.
 * Guesses are slowed as those at passwords are, each kind of code by itself, so that a recovery code still works after
 * too many wrong one-time codes (S4). Undefined for a wrong code, which the audit log notes. Throws 429.
 */
export async function proveCode(
  ctx: TenantContext,
  userId: string,
  typed: string,
  facts: RequestFacts,
): Promise<CodeMethod | undefined> {
  const digits = typed.replace(/\s/g, '');
  const method: CodeMethod = /^\d{6}$/.test(digits) ? 'totp' : 'recovery_code';
  await admitAttempt(attemptsAt(method, userId), facts.ip, lockedError);
  const take =
    method === 'totp'
      ? () => takeTotp(ctx, userId, digits)
      : () => takeRecoveryCode(ctx, userId, typed, facts);
  if (!(await againAfterConflicts(take))) {
    await commit(ctx, [], [secondFactorFailed(userId, method, facts)]);
    return undefined;
  }
  await forgetCodeFailures(userId);
  return method;
}

/** Forgets wrong codes of both kinds: a right one was given, or an administrator took the second factor away. */
export async function forgetCodeFailures(userId: string): Promise<void> {
  await forgetFailures(attemptsAt('totp', userId));
  await forgetFailures(attemptsAt('recovery_code', userId));
}

async function takeTotp(ctx: TenantContext, userId: string, code: string): Promise<boolean> {
  const factor = await readSecondFactor(ctx, userId);
  if (!factor.totp) return false;
  const { totp } = factor;
  const seed = await openSecret(ctx, totpPurpose(userId), totp.sealed);
  const step = stepOf(seed, code, ctx.clock.now());
  if (step === undefined || step <= totp.lastStep) return false;
  await changeSecondFactor(ctx, factor, { totp: { ...totp, lastStep: step } }, []);
  return true;
}

async function takeRecoveryCode(
  ctx: TenantContext,
  userId: string,
  typed: string,
  facts: RequestFacts,
): Promise<boolean> {
  const hash = recoveryHash(typed);
  const factor: SecondFactorItem = await readSecondFactor(ctx, userId);
  if (hash === undefined || !factor.recoveryHashes.includes(hash)) return false;
  const recoveryHashes = factor.recoveryHashes.filter((other) => other !== hash);
  const used = recoveryCodeUsed(userId, recoveryHashes.length, facts);
  await changeSecondFactor(ctx, factor, { recoveryHashes }, [used]);
  return true;
}

/** Two codes at the same moment change the same item: the later one is looked at again. */
async function againAfterConflicts(take: () => Promise<boolean>): Promise<boolean> {
  for (let race = 1; ; race++) {
    try {
      return await take();
    } catch (error) {
      if (!(error instanceof ConflictError) || race === RACES) throw error;
    }
  }
}

function attemptsAt(method: CodeMethod, userId: string): string {
  return `${method}#${userId}`;
}

function lockedError(): LimitError {
  const message =
    'Too many wrong codes. Use a recovery code, or ask an administrator to reset your second factor.';
  return new LimitError('second_factor.locked', message, 24 * 3600);
}
