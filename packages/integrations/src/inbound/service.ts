import type { UserContext } from '@vinculo/identity/access/user-context';
import { forgetHookTokens } from '@vinculo/identity/hooks/tokens';
import { assertMayGrant } from '@vinculo/identity/roles/grant';
import { countHolder, noSuchRole, requireAccess } from '@vinculo/identity/roles/repository';
import { readTenant } from '@vinculo/identity/tenants/repository';
import { ConflictError, NotFoundError, refused, StaleError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { newId } from '@vinculo/platform/ids';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import { countUpTo } from '@vinculo/platform/table/writes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { makeCredentials } from './credentials';
import { inboundHookCreated } from './events';
import { type InboundHookItem, toInboundHook } from './items';
import { INBOUND_HOOK_COUNT, inboundHookKey } from './keys';
import { accessOfHook, requireSettings } from './mapping';
import { findInboundHook, listInboundHookItems } from './repository';
import type { InboundHook, InboundHookInput, NewInboundHook } from './schema';

/** How many hooks a tenant may have, by its plan (S25). */
export const INBOUND_HOOKS_OF_TENANT = { trial: 3, paid: 20 } as const;

export async function listInboundHooks(ctx: UserContext): Promise<InboundHook[]> {
  return (await listInboundHookItems(ctx)).map((item) => toInboundHook(item, ctx.clock.now()));
}

/** Throws 404. */
export async function getInboundHook(ctx: UserContext, id: string): Promise<InboundHook> {
  return toInboundHook(await readInboundHook(ctx, id), ctx.clock.now());
}

/**
 * Makes a hook and tells its address, which nobody is told again. Throws 422 naming what is refused, 403 for a role beyond
 * the actor's own rights, 409 `inbound_hook.limit`.
 */
export async function createInboundHook(
  ctx: UserContext,
  catalogue: Catalogue,
  input: InboundHookInput,
): Promise<NewInboundHook> {
  await requireWritable(ctx, catalogue, input);
  const { plan } = await readTenant(ctx);
  const now = ctx.clock.now();
  const id = newId('hok', now);
  const { stored, told } = await makeCredentials(ctx, id, input.isSigned);
  const hook: InboundHookItem = {
    ...inboundHookKey(id),
    kind: 'inbound_hook',
    ...input,
    credentials: stored,
    createdBy: ctx.actor.id,
    createdAt: now.toISOString(),
    version: 1,
  };
  const most = INBOUND_HOOKS_OF_TENANT[plan];
  const count = countUpTo(most, INBOUND_HOOK_COUNT, 'inbound_hook_count');
  try {
    await commit(
      ctx,
      [count, { put: hook, if: 'absent' }, ...countHolder(input.roleId, 1)],
      [inboundHookCreated(hook)],
    );
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    await forgetHookTokens([stored.hash]);
    throw error.failed.includes(0) ? limitReached(most) : noSuchRole(error);
  }
  return { ...toInboundHook(hook, now), ...told };
}

export async function readInboundHook(
  ctx: UserContext,
  id: string,
  version?: number,
): Promise<InboundHookItem> {
  const item = await findInboundHook(ctx, id);
  if (!item) throw new NotFoundError();
  if (version !== undefined && item.version !== version)
    throw new StaleError(toInboundHook(item, ctx.clock.now()));
  return item;
}

/** The settings must make sense for the role, and the role's rights on the record type must be the actor's own too. */
export async function requireWritable(
  ctx: UserContext,
  catalogue: Catalogue,
  hook: Pick<InboundHook, 'recordType' | 'roleId' | 'mapping' | 'matchField' | 'defaults'>,
): Promise<void> {
  const type = catalogue.find(hook.recordType)?.type;
  if (!type) throw refused('/recordType', 'type.unknown', 'There is no such record type.');
  const access = accessOfHook(await requireAccess(ctx, hook.roleId), type.name);
  assertMayGrant(ctx.access, access);
  requireSettings(type, access, hook);
}

function limitReached(most: number): ConflictError {
  return new ConflictError('inbound_hook.limit', `This plan has ${most} inbound hooks. Delete one first.`);
}
