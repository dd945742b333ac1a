import type { TenantContext } from '@vinculo/platform/context';
import { ConflictError, type InvalidError, refused } from '@vinculo/platform/errors';
import { openSecret, sealSecret } from '@vinculo/platform/secrets/seal';
import type { RequestFacts } from '../access/public-env';
import type { UserItem } from '../users/items';
import { totpEnabled } from './events';
import { isOn, totpPurpose } from './items';
import { newRecoveryCodes } from './recovery-codes';
import { changeSecondFactor, findEnrolment, putEnrolment, readSecondFactor } from './repository';
import type { RecoveryCodes, TotpEnrolment } from './schema';
import { newSeed, stepOf, totpUri } from './totp';

const LIFE_MS = 15 * 60_000;

/** Gives a new seed, which counts once a code of it was given. Throws 409 `second_factor.totp_on`. */
export async function beginTotp(ctx: TenantContext, user: UserItem): Promise<TotpEnrolment> {
  const { totp } = await readSecondFactor(ctx, user.sk);
  if (totp) throw alreadyOn();
  const seed = newSeed();
  const expiresAt = new Date(ctx.clock.now().getTime() + LIFE_MS);
  await putEnrolment(ctx, user.sk, await sealSecret(ctx, totpPurpose(user.sk), seed), expiresAt);
  return { secret: seed, uri: totpUri(seed, user.email), expiresAt: expiresAt.toISOString() };
}

/**
 * Turns one-time codes on with a first code, which then can't be used again. The first factor of a user brings recovery
 * codes. Throws 422 for a wrong code, 409 `second_factor.no_enrolment` when there is no seed or it is too old.
 */
export async function confirmTotp(
  ctx: TenantContext,
  userId: string,
  typed: string,
  facts: RequestFacts,
): Promise<RecoveryCodes> {
  const [enrolment, before] = await Promise.all([findEnrolment(ctx, userId), readSecondFactor(ctx, userId)]);
  if (before.totp) throw alreadyOn();
  if (!enrolment) {
    throw new ConflictError('second_factor.no_enrolment', 'This took too long. Start again.');
  }
  const { sealed } = enrolment;
  const now = ctx.clock.now();
  const seed = await openSecret(ctx, totpPurpose(userId), sealed);
  const lastStep = stepOf(seed, typed.replace(/\s/g, ''), now);
  if (lastStep === undefined) throw wrongCode();
  const { codes, hashes } = isOn(before) ? { codes: [], hashes: before.recoveryHashes } : newRecoveryCodes();
  await changeSecondFactor(
    ctx,
    before,
    { totp: { sealed, since: now.toISOString(), lastStep }, recoveryHashes: hashes },
    [totpEnabled(userId, facts)],
    [{ delete: { pk: enrolment.pk, sk: enrolment.sk }, if: { equals: { sealed } } }],
  );
  return { recoveryCodes: codes };
}

/** 422 for a code in a form of somebody who is logged in. */
export function wrongCode(): InvalidError {
  return refused('/code', 'code.wrong', 'This code is wrong or was used already.');
}

function alreadyOn(): ConflictError {
  return new ConflictError('second_factor.totp_on', 'One-time codes are on already. Turn them off first.');
}
