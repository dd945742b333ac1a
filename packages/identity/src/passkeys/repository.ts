import type { TenantContext } from '@vinculo/platform/context';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Item } from '@vinculo/platform/table/writes';
import { directoryTable } from '../directory/directory-table';
import type { PasskeyItem } from './items';
import { PASSKEY_PREFIX, passkeyKey, passkeyOwnerKey } from './keys';

export interface PasskeyOwner {
  tenantId: string;
  userId: string;
}

type OwnerItem = Item & PasskeyOwner;

/** Oldest first. */
export async function listPasskeyItems(ctx: TenantContext, userId: string): Promise<PasskeyItem[]> {
  const items: PasskeyItem[] = [];
  const stored = ctx.table.queryAll<PasskeyItem>({
    pk: userId,
    sk: { beginsWith: PASSKEY_PREFIX },
    consistent: true,
  });
  for await (const item of stored) items.push(item);
  return items.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

export async function findPasskey(
  ctx: TenantContext,
  userId: string,
  passkeyId: string,
): Promise<PasskeyItem | undefined> {
  return ctx.table.get<PasskeyItem>(passkeyKey(userId, passkeyId));
}

export async function findPasskeyOwner(passkeyId: string): Promise<PasskeyOwner | undefined> {
  return directoryTable().get<OwnerItem>(passkeyOwnerKey(passkeyId));
}

/** Notes whose a passkey is. False when it is somebody else's; true again for the same user. */
export async function claimPasskey(passkeyId: string, { tenantId, userId }: PasskeyOwner): Promise<boolean> {
  try {
    await directoryTable().transact([
      { put: { ...passkeyOwnerKey(passkeyId), kind: 'passkey_owner', tenantId, userId }, if: 'absent' },
    ]);
    return true;
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    const owner = await findPasskeyOwner(passkeyId);
    return owner?.tenantId === tenantId && owner.userId === userId;
  }
}

/** What is left in the directory points at nothing; nothing depends on its being gone. */
export async function forgetOwners(passkeyIds: readonly string[]): Promise<void> {
  await directoryTable().batchWrite(passkeyIds.map((id) => ({ delete: passkeyOwnerKey(id) })));
}

/** Notes a use. False when the counter moved meanwhile: the same signature, or a copy of the key. */
export async function noteSignature(
  ctx: TenantContext,
  passkey: PasskeyItem,
  counter: number,
): Promise<boolean> {
  try {
    await ctx.table.transact([
      {
        update: { pk: passkey.pk, sk: passkey.sk },
        set: { counter, lastUsedAt: ctx.clock.now().toISOString() },
        if: { equals: { counter: passkey.counter } },
      },
    ]);
    return true;
  } catch (error) {
    if (error instanceof ConditionFailedError) return false;
    throw error;
  }
}
