import type { UserContext } from '@vinculo/identity/access/user-context';
import { forgetHookTokens } from '@vinculo/identity/hooks/tokens';
import { countHolder } from '@vinculo/identity/roles/repository';
import { StaleError } from '@vinculo/platform/errors';
import { commit, type NewEvent } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { makeCredentials } from './credentials';
import { inboundHookRevoked, inboundHookRotated, inboundHookUpdated } from './events';
import { type InboundHookItem, toInboundHook } from './items';
import { INBOUND_HOOK_COUNT, inboundHookKey } from './keys';
import type { InboundHook, InboundHookChanges, NewInboundHook } from './schema';
import { noSuchRole, readInboundHook, requireWritable } from './service';

/** Changes what is given. Throws 412 when the hook is not at `version`, and as `createInboundHook` does. */
export async function updateInboundHook(
  ctx: UserContext,
  catalogue: Catalogue,
  id: string,
  changes: InboundHookChanges,
  version: number,
): Promise<InboundHook> {
  const before = await readInboundHook(ctx, id, version);
  const after: InboundHookItem = Object.assign({ ...before }, changes, { version: version + 1 });
  await requireWritable(ctx, catalogue, after);
  const update: Write = {
    update: inboundHookKey(id),
    set: { ...changes, version: after.version },
    if: { equals: { version } },
  };
  const isOtherRole = after.roleId !== before.roleId;
  const holders = isOtherRole ? [...countHolder(after.roleId, 1), ...countHolder(before.roleId, -1)] : [];
  await commitCurrent(ctx, [update, ...holders], [inboundHookUpdated(before, after)]);
  return toInboundHook(after, ctx.clock.now());
}

/** Gives the hook a new address, and a new secret where it has one; for the overlap the old ones work too. */
export async function rotateInboundHook(
  ctx: UserContext,
  catalogue: Catalogue,
  id: string,
  overlapHours: number,
): Promise<NewInboundHook> {
  const { previous, ...before } = await readInboundHook(ctx, id);
  await requireWritable(ctx, catalogue, before);
  const now = ctx.clock.now();
  const { stored, told } = await makeCredentials(ctx, id, before.isSigned);
  const validUntil = new Date(now.getTime() + overlapHours * 3_600_000).toISOString();
  const kept = overlapHours > 0 ? { previous: { ...before.credentials, validUntil } } : {};
  const after: InboundHookItem = { ...before, credentials: stored, ...kept, version: before.version + 1 };
  const update: Write = { put: after, if: { equals: { version: before.version } } };
  await commitCurrent(ctx, [update], [inboundHookRotated(after)]);
  const ended = [previous?.hash, overlapHours > 0 ? undefined : before.credentials.hash];
  await forgetHookTokens(ended.flatMap((hash) => hash ?? []));
  return { ...toInboundHook(after, now), ...told };
}

/** Ends a hook: its address means nothing from the next request on. */
export async function revokeInboundHook(ctx: UserContext, id: string, version: number): Promise<void> {
  const before = await readInboundHook(ctx, id, version);
  const writes: Write[] = [
    { delete: inboundHookKey(id), if: { equals: { version } } },
    { update: INBOUND_HOOK_COUNT, add: { count: -1 } },
    ...countHolder(before.roleId, -1),
  ];
  await commitCurrent(ctx, writes, [inboundHookRevoked(before)]);
  const hashes = [before.credentials.hash, ...(before.previous ? [before.previous.hash] : [])];
  await forgetHookTokens(hashes);
}

/** The hook's own write comes first; whatever else is refused is the role. */
async function commitCurrent(ctx: UserContext, writes: Write[], events: NewEvent[]): Promise<void> {
  try {
    await commit(ctx, writes, events);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    if (!error.failed.includes(0)) throw noSuchRole(error);
    const { id } = events[0]?.subject ?? { id: '' };
    throw new StaleError(toInboundHook(await readInboundHook(ctx, id), ctx.clock.now()));
  }
}
