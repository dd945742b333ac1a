import type { TenantContext } from '@vinculo/platform/context';
import { UnauthenticatedError } from '@vinculo/platform/errors';
import { tenantContext } from '@vinculo/platform/runtime';
import type { RequestFacts } from '../access/public-env';
import { enterNow, type OpenedSession } from '../sessions/enter';
import { type Member, mayLogIn, readMember } from '../users/member';
import { type Challenge, invalidChallenge, readChallenge, spendChallenge } from './challenges';
import { proveCode } from './prove';
import type { TotpEnrolment } from './schema';
import { beginTotp, confirmTotp } from './totp-enrolment';

interface OpenStep {
  ctx: TenantContext;
  member: Member;
  challenge: Challenge;
}

/** Does the second step with a code. Throws 401 for a challenge or code that does not hold, 429 for too many. */
export async function logInWithCode(
  { challenge: token, code }: { challenge: string; code: string },
  facts: RequestFacts,
): Promise<OpenedSession> {
  const { ctx, member, challenge } = await openStep(token, 'second_factor', facts);
  const secondFactor = await proveCode(ctx, member.user.sk, code, facts);
  if (!secondFactor) {
    throw new UnauthenticatedError('login.code_invalid', 'This code is wrong or was used already.');
  }
  await spendChallenge(token);
  return enterNow(ctx, member, facts, { means: challenge.means, secondFactor });
}

/** Begins setting up what the company wants everybody to have. Throws 401 as the other steps do. */
export async function beginRequiredTotp(
  { challenge }: { challenge: string },
  facts: RequestFacts,
): Promise<TotpEnrolment> {
  const { ctx, member } = await openStep(challenge, 'enrolment', facts);
  return beginTotp(ctx, member.user);
}

/** Finishes it, and logs in. */
export async function confirmRequiredTotp(
  { challenge: token, code }: { challenge: string; code: string },
  facts: RequestFacts,
): Promise<OpenedSession & { recoveryCodes: string[] }> {
  const { ctx, member, challenge } = await openStep(token, 'enrolment', facts);
  const { recoveryCodes } = await confirmTotp(ctx, member.user.sk, code, facts);
  await spendChallenge(token);
  const proof = { means: challenge.means, secondFactor: 'totp' as const };
  return { ...(await enterNow(ctx, member, facts, proof)), recoveryCodes };
}

/** Who is in the middle of logging in, if they still may. */
export async function openStep(
  token: string,
  purpose: Challenge['purpose'],
  { requestId }: RequestFacts,
): Promise<OpenStep> {
  const challenge = await readChallenge(token, purpose);
  const { tenantId, userId, epoch } = challenge;
  const ctx = tenantContext(tenantId, { kind: 'user', id: userId }, requestId);
  const member = await readMember(ctx, userId);
  if (!member || !mayLogIn(member) || member.user.sessionEpoch !== epoch) throw invalidChallenge();
  return { ctx, member, challenge };
}
