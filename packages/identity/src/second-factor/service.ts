import { ConflictError } from '@vinculo/platform/errors';
import type { RequestFacts } from '../access/public-env';
import type { UserContext } from '../access/user-context';
import { provePassword } from '../passwords/prove';
import type { TenantItem } from '../tenants/items';
import { readAccount } from '../users/account';
import { recoveryCodesRenewed, totpDisabled } from './events';
import { isOn } from './items';
import { proveCode } from './prove';
import { newRecoveryCodes } from './recovery-codes';
import { changeSecondFactor, readSecondFactor } from './repository';
import { assertNotRequired } from './required';
import type { FactorProof, RecoveryCodes, SecondFactor, TotpEnrolment } from './schema';
import { beginTotp, confirmTotp, wrongCode } from './totp-enrolment';

/** How the logged-in user is protected. */
export async function describeSecondFactor(ctx: UserContext, tenant: TenantItem): Promise<SecondFactor> {
  const [account, factor] = await Promise.all([
    readAccount(ctx, ctx.actor.id),
    readSecondFactor(ctx, ctx.actor.id),
  ]);
  return {
    hasPassword: account !== undefined,
    totpSince: factor.totp?.since ?? null,
    recoveryCodesLeft: factor.recoveryHashes.length,
    isRequired: tenant.requiresSecondFactor ?? false,
  };
}

/** The password first: who finds a session open must not lock its owner out with a phone of their own. */
export async function beginOwnTotp(
  ctx: UserContext,
  { password }: { password: string },
  facts: RequestFacts,
): Promise<TotpEnrolment> {
  const { user } = await provePassword(ctx, { password, pointer: '/password' }, facts);
  return beginTotp(ctx, user);
}

export async function confirmOwnTotp(
  ctx: UserContext,
  { code }: { code: string },
  facts: RequestFacts,
): Promise<RecoveryCodes> {
  return confirmTotp(ctx, ctx.actor.id, code, facts);
}

/** Turns one-time codes off. Throws 409 `second_factor.required` when nothing else is left and the company wants one. */
export async function disableTotp(
  ctx: UserContext,
  tenant: TenantItem,
  proof: FactorProof,
  facts: RequestFacts,
): Promise<void> {
  await proveBoth(ctx, proof, facts);
  const before = await readSecondFactor(ctx, ctx.actor.id);
  if (!before.totp) return;
  if (before.passkeys === 0) assertNotRequired(tenant);
  await changeSecondFactor(ctx, before, { totp: undefined }, [totpDisabled(ctx.actor.id, facts)]);
}

/** Replaces the recovery codes: older ones stop working. Throws 409 `second_factor.off`. */
export async function renewRecoveryCodes(
  ctx: UserContext,
  proof: FactorProof,
  facts: RequestFacts,
): Promise<RecoveryCodes> {
  await proveBoth(ctx, proof, facts);
  const before = await readSecondFactor(ctx, ctx.actor.id);
  if (!isOn(before)) throw new ConflictError('second_factor.off', 'There is no second factor to recover.');
  const { codes, hashes } = newRecoveryCodes();
  const renewed = recoveryCodesRenewed(ctx.actor.id, facts);
  await changeSecondFactor(ctx, before, { recoveryHashes: hashes }, [renewed]);
  return { recoveryCodes: codes };
}

/** Password and, where there are one-time codes, a code: of either kind, since a phone may be what was lost. */
export async function proveBoth(
  ctx: UserContext,
  { password, code }: FactorProof,
  facts: RequestFacts,
): Promise<void> {
  await provePassword(ctx, { password, pointer: '/password' }, facts);
  const { totp } = await readSecondFactor(ctx, ctx.actor.id);
  if (!totp) return;
  if (code === undefined || !(await proveCode(ctx, ctx.actor.id, code, facts))) throw wrongCode();
}
