import type { TenantContext } from '@vinculo/platform/context';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Item, Write } from '@vinculo/platform/table/writes';
import { directoryTable } from '../directory/directory-table';
import type { ApiKeyItem } from './items';
import { API_KEY_PREFIX, API_KEYS, apiKeyKey, keyPointerKey } from './keys';

export interface KeyPointerItem extends Item {
  kind: 'api_key_pointer';
  tenantId: string;
  keyId: string;
  /** The key's role when last written: a hint that lets key, tenant and role be read together. */
  roleId: string;
}

export async function findKeyPointer(secretHash: string): Promise<KeyPointerItem | undefined> {
  return directoryTable().get<KeyPointerItem>(keyPointerKey(secretHash));
}

/** Whether a pointer opens anything is decided by the key in its tenant alone, so it may be written before and left behind. */
export async function putKeyPointers(
  ctx: TenantContext,
  keyId: string,
  roleId: string,
  secretHashes: readonly string[],
): Promise<void> {
  await directoryTable().batchWrite(
    secretHashes.map((hash) => {
      const pointer: KeyPointerItem = {
        ...keyPointerKey(hash),
        kind: 'api_key_pointer',
        tenantId: ctx.tenantId,
        keyId,
        roleId,
      };
      return { put: pointer };
    }),
  );
}

export async function removeKeyPointers(secretHashes: readonly string[]): Promise<void> {
  await directoryTable().batchWrite(secretHashes.map((hash) => ({ delete: keyPointerKey(hash) })));
}

export async function findApiKey(ctx: TenantContext, keyId: string): Promise<ApiKeyItem | undefined> {
  return ctx.table.get<ApiKeyItem>(apiKeyKey(keyId));
}

/** Every key that was not revoked, newest first. */
export async function listApiKeyItems(ctx: TenantContext): Promise<ApiKeyItem[]> {
  const items: ApiKeyItem[] = [];
  const all = ctx.table.queryAll<ApiKeyItem>({
    pk: API_KEYS,
    sk: { beginsWith: API_KEY_PREFIX },
    reverse: true,
    consistent: true,
  });
  for await (const item of all) if (item.status !== 'revoked') items.push(item);
  return items;
}

/** Notes that a key was used. Of requests at the same time one does; a key that changed meanwhile is left alone. */
export async function noteKeyUse(
  ctx: TenantContext,
  { sk, version, lastUsedAt }: ApiKeyItem,
  used: Partial<Pick<ApiKeyItem, 'lastUsedAt' | 'previousUsedAt'>>,
): Promise<void> {
  const note: Write = { update: apiKeyKey(sk), set: used, if: { equals: { version, lastUsedAt } } };
  try {
    await ctx.table.transact([note]);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
  }
}
