import type { TenantContext } from '@vinculo/platform/context';
import type { LogInMeans } from '../sessions/events';
import type { UserItem } from '../users/items';
import { mintChallenge } from './challenges';
import type { SecondFactorItem } from './items';
import { readSecondFactor } from './repository';
import type { FactorMethod, LogInStep } from './schema';

/** Asks for the second factor, or for setting one up where the company wants everybody to have one. */
export async function askForStep(ctx: TenantContext, user: UserItem, means: LogInMeans): Promise<LogInStep> {
  const purpose = user.hasSecondFactor ? 'second_factor' : 'enrolment';
  const { token, expiresAt } = await mintChallenge({
    purpose,
    tenantId: ctx.tenantId,
    userId: user.sk,
    epoch: user.sessionEpoch,
    means,
  });
  return {
    status: `${purpose}_required`,
    challenge: token,
    expiresAt: expiresAt.toISOString(),
    methods: user.hasSecondFactor ? methodsOf(await readSecondFactor(ctx, user.sk)) : [],
  };
}

function methodsOf({ totp, passkeys, recoveryHashes }: SecondFactorItem): FactorMethod[] {
  return [
    ...(totp ? (['totp'] as const) : []),
    ...(passkeys > 0 ? (['passkey'] as const) : []),
    ...(recoveryHashes.length > 0 ? (['recovery_code'] as const) : []),
  ];
}
