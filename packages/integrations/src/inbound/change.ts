import { overlapEnd } from '@vinculo/identity/access/overlap';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { forgetHookTokens } from '@vinculo/identity/hooks/tokens';
import { countHolder, moveHolder } from '@vinculo/identity/roles/repository';
import type { Write } from '@vinculo/platform/table/writes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { commitCurrent } from '../commit-current';
import { makeCredentials } from './credentials';
import { inboundHookRevoked, inboundHookRotated, inboundHookUpdated } from './events';
import { type InboundHookItem, toInboundHook } from './items';
import { INBOUND_HOOK_COUNT, inboundHookKey } from './keys';
import type { InboundHook, InboundHookChanges, NewInboundHook } from './schema';
import { getInboundHook, readInboundHook, requireWritable } from './service';

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
  await commitCurrent(
    ctx,
    [update, ...moveHolder(before.roleId, after.roleId)],
    [inboundHookUpdated(before, after)],
    () => getInboundHook(ctx, id),
  );
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
  const validUntil = overlapEnd(now, overlapHours);
  const kept = overlapHours > 0 ? { previous: { ...before.credentials, validUntil } } : {};
  const after: InboundHookItem = { ...before, credentials: stored, ...kept, version: before.version + 1 };
  const update: Write = { put: after, if: { equals: { version: before.version } } };
  await commitCurrent(ctx, [update], [inboundHookRotated(after)], () => getInboundHook(ctx, id));
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
  await commitCurrent(ctx, writes, [inboundHookRevoked(before)], () => getInboundHook(ctx, id));
  const hashes = [before.credentials.hash, ...(before.previous ? [before.previous.hash] : [])];
  await forgetHookTokens(hashes);
}
