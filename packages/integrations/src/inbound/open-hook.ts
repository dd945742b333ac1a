import type { UserContext } from '@vinculo/identity/access/user-context';
import { findHookByToken } from '@vinculo/identity/hooks/tokens';
import { readAccess } from '@vinculo/identity/roles/repository';
import { isUseWorthNoting } from '@vinculo/identity/sessions/lifetime';
import { type TenantItem, toTenantInfo } from '@vinculo/identity/tenants/items';
import { tenantKey } from '@vinculo/identity/tenants/keys';
import { trialEnded } from '@vinculo/identity/tenants/trial-ended';
import type { TenantContext } from '@vinculo/platform/context';
import { LimitError, NotFoundError, UnauthenticatedError } from '@vinculo/platform/errors';
import { tenantContext } from '@vinculo/platform/runtime';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import { isSigned, type ReceivedMessage } from '../signing/standard-webhooks';
import { openHookSecret } from './credentials';
import { type HookCredentials, type InboundHookItem, liveCredentials } from './items';
import { inboundHookKey, windowKey } from './keys';
import { accessOfHook } from './mapping';
import { noteHookUse } from './repository';

const PER_MINUTE = 120;
const MINUTE_SECONDS = 60;

export interface OpenedHook {
  ctx: UserContext;
  hook: InboundHookItem;
}

/**
 * Whose hook an address is, told by its secret part alone (T1), with the rights that its role has now (S7). Throws 404 for
 * an address that does not work, 429 for too many messages, 401 for one that is not signed as the hook wants, 402.
 */
export async function openHook(
  token: string,
  message: ReceivedMessage,
  requestId: string,
): Promise<OpenedHook> {
  const pointer = await findHookByToken(token);
  if (!pointer) throw unknownHook();
  const { tenantId, hookId, hash } = pointer;
  const base = tenantContext(tenantId, { kind: 'system', id: hookId }, requestId);
  const items = await base.table.batchGet([inboundHookKey(hookId), tenantKey(tenantId)], {
    consistent: true,
  });
  const hook = items.find((item): item is InboundHookItem => item.kind === 'inbound_hook');
  const tenant = items.find((item): item is TenantItem => item.kind === 'tenant');
  const now = base.clock.now();
  const live = hook && liveCredentials(hook, hash, now);
  if (!hook || !live || tenant?.state !== 'active') throw unknownHook();
  await countMessage(base, hookId);
  await requireSignature(base, hook, live, message);
  const info = toTenantInfo(tenant, now);
  if (info.isReadOnly) throw trialEnded();
  const role = await readAccess(base, hook.roleId, tenant.locale);
  if (!role) throw unknownHook();
  if (hook.lastUsedAt === undefined || isUseWorthNoting(hook.lastUsedAt, now)) await noteHookUse(base, hook);
  const access = accessOfHook(role.access, hook.recordType);
  return { ctx: { ...base, access, teamIds: [], tenant: info, locale: tenant.locale }, hook };
}

async function requireSignature(
  ctx: TenantContext,
  { sk, isSigned: mustBeSigned }: InboundHookItem,
  { secret }: HookCredentials,
  message: ReceivedMessage,
): Promise<void> {
  if (!mustBeSigned) return;
  const secrets = secret === undefined ? [] : [await openHookSecret(ctx, sk, secret)];
  if (isSigned(message, secrets, ctx.clock.now())) return;
  throw new UnauthenticatedError('hook.signature', 'The message is not signed with the secret of this hook.');
}

/** One address can't flood its tenant. */
async function countMessage(ctx: TenantContext, hookId: string): Promise<void> {
  const seconds = Math.floor(ctx.clock.now().getTime() / 1000);
  const start = seconds - (seconds % MINUTE_SECONDS);
  const count = {
    update: windowKey(hookId, start),
    add: { count: 1 },
    set: { kind: 'inbound_window', expiresAt: start + 2 * MINUTE_SECONDS },
    if: { below: { count: PER_MINUTE } },
  };
  try {
    await ctx.table.transact([count]);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    const left = start + MINUTE_SECONDS - seconds;
    throw new LimitError('hook.too_many', `A hook takes ${PER_MINUTE} messages a minute.`, left, {
      cause: error,
    });
  }
}

function unknownHook(): NotFoundError {
  return new NotFoundError('hook.unknown', 'There is no such hook.');
}
