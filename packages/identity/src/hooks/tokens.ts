import type { Item } from '@vinculo/platform/table/writes';
import { directoryTable } from '../directory/directory-table';
import { hashSecret, newSecret } from '../directory/secrets';

/** What the address of an inbound hook points at. Whether it still works is decided by the hook in its tenant. */
export interface HookTarget {
  tenantId: string;
  hookId: string;
}

type HookPointerItem = Item & HookTarget;

function hookPointerKey(hash: string) {
  return { pk: `hook#${hash}`, sk: 'hook' };
}

/** Makes the secret part of a hook's address; the directory keeps its hash. */
export async function mintHookToken({
  tenantId,
  hookId,
}: HookTarget): Promise<{ token: string; hash: string }> {
  const token = newSecret();
  const hash = hashSecret(token);
  await directoryTable().batchWrite([
    { put: { ...hookPointerKey(hash), kind: 'hook_pointer', tenantId, hookId } },
  ]);
  return { token, hash };
}

export async function findHookByToken(token: string): Promise<(HookTarget & { hash: string }) | undefined> {
  const hash = hashSecret(token);
  const pointer = await directoryTable().get<HookPointerItem>(hookPointerKey(hash));
  return pointer && { tenantId: pointer.tenantId, hookId: pointer.hookId, hash };
}

export async function forgetHookTokens(hashes: readonly string[]): Promise<void> {
  await directoryTable().batchWrite(hashes.map((hash) => ({ delete: hookPointerKey(hash) })));
}
