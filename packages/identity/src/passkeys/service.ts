import { ConflictError, InvalidError, NotFoundError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { RequestFacts } from '../access/public-env';
import type { UserContext } from '../access/user-context';
import { provePassword } from '../passwords/prove';
import { isOn } from '../second-factor/items';
import { newRecoveryCodes } from '../second-factor/recovery-codes';
import { changeSecondFactor, readSecondFactor } from '../second-factor/repository';
import { assertNotRequired } from '../second-factor/required';
import type { FactorProof } from '../second-factor/schema';
import { proveBoth } from '../second-factor/service';
import type { TenantItem } from '../tenants/items';
import { registrationOptions, verifiedCredential } from './ceremonies';
import { passkeyAdded, passkeyRemoved, passkeyRenamed } from './events';
import { type PasskeyItem, toPasskey } from './items';
import { passkeyIdOf, passkeyKey } from './keys';
import { claimPasskey, findPasskey, forgetOwners, listPasskeyItems } from './repository';
import type { Attestation, Passkey, RegisteredPasskey } from './schema';

const MOST_PASSKEYS = 20;

export async function listPasskeys(ctx: UserContext): Promise<Passkey[]> {
  return (await listPasskeyItems(ctx, ctx.actor.id)).map(toPasskey);
}

/** Begins to make a passkey: the password first, since it opens the account from then on. Throws 409 `passkey.limit`. */
export async function beginPasskey(
  ctx: UserContext,
  { password }: { password: string },
  facts: RequestFacts,
): Promise<Record<string, unknown>> {
  const { user } = await provePassword(ctx, { password, pointer: '/password' }, facts);
  const existing = await listPasskeyItems(ctx, user.sk);
  if (existing.length >= MOST_PASSKEYS) {
    throw new ConflictError('passkey.limit', `There may be ${MOST_PASSKEYS} passkeys. Remove one first.`);
  }
  return registrationOptions({ id: user.sk, email: user.email, name: user.name }, existing);
}

/**
 * Keeps a passkey. It is a second factor too; the first factor of a user brings recovery codes. Throws 422
 * `passkey.invalid` for one that was not made for this user, here and just now.
 */
export async function registerPasskey(
  ctx: UserContext,
  { name, response }: { name: string; response: Attestation },
  facts: RequestFacts,
): Promise<RegisteredPasskey> {
  const userId = ctx.actor.id;
  const credential = await verifiedCredential(userId, response);
  if (!credential) throw invalidPasskey();
  const passkeyId = passkeyIdOf(credential.credentialId);
  if (!(await claimPasskey(passkeyId, { tenantId: ctx.tenantId, userId }))) throw invalidPasskey();
  const item: PasskeyItem = {
    ...passkeyKey(userId, passkeyId),
    kind: 'passkey',
    name,
    ...credential,
    createdAt: ctx.clock.now().toISOString(),
  };
  const before = await readSecondFactor(ctx, userId);
  const { codes, hashes } = isOn(before) ? { codes: [], hashes: before.recoveryHashes } : newRecoveryCodes();
  await changeSecondFactor(
    ctx,
    before,
    { passkeys: before.passkeys + 1, recoveryHashes: hashes },
    [passkeyAdded(userId, name, facts)],
    [{ put: item, if: 'absent' }],
  );
  return { passkey: toPasskey(item), recoveryCodes: codes };
}

export async function renamePasskey(
  ctx: UserContext,
  passkeyId: string,
  name: string,
  facts: RequestFacts,
): Promise<Passkey> {
  const passkey = await findPasskey(ctx, ctx.actor.id, passkeyId);
  if (!passkey) throw new NotFoundError();
  try {
    await commit(
      ctx,
      [{ update: { pk: passkey.pk, sk: passkey.sk }, set: { name }, if: 'present' }],
      [passkeyRenamed(ctx.actor.id, name, facts)],
    );
  } catch (error) {
    throw error instanceof ConditionFailedError ? new NotFoundError() : error;
  }
  return toPasskey({ ...passkey, name });
}

/** Throws 404, and 409 `second_factor.required` when it is the last factor and the company wants one. */
export async function removePasskey(
  ctx: UserContext,
  tenant: TenantItem,
  { id, proof }: { id: string; proof: FactorProof },
  facts: RequestFacts,
): Promise<void> {
  const userId = ctx.actor.id;
  await proveBoth(ctx, proof, facts);
  const [passkey, before] = await Promise.all([findPasskey(ctx, userId, id), readSecondFactor(ctx, userId)]);
  if (!passkey) throw new NotFoundError();
  if (!before.totp && before.passkeys === 1) assertNotRequired(tenant);
  await changeSecondFactor(
    ctx,
    before,
    { passkeys: before.passkeys - 1 },
    [passkeyRemoved(userId, passkey.name, facts)],
    [{ delete: { pk: passkey.pk, sk: passkey.sk }, if: 'present' }],
  );
  await forgetOwners([id]);
}

function invalidPasskey(): InvalidError {
  return new InvalidError('passkey.invalid', 'This passkey could not be checked. Try again.');
}
