import { epochSeconds } from '@vinculo/platform/clock';
import type { TenantContext } from '@vinculo/platform/context';
import type { Item, Write } from '@vinculo/platform/table/writes';
import { knownDeviceKey } from './keys';
import { DEVICE_KNOWN_MS } from './lifetime';

interface KnownDeviceItem extends Item {
  kind: 'known_device';
  expiresAt: number;
}

/** Whether the user has logged in with this browser before. */
export async function isKnownDevice(ctx: TenantContext, userId: string, tokenHash: string): Promise<boolean> {
  const item = await ctx.table.get<KnownDeviceItem>(knownDeviceKey(userId, tokenHash));
  return item !== undefined && item.expiresAt > epochSeconds(ctx.clock.now());
}

/** Makes a browser known. As a new one it must still not be, so that two log-ins at once tell of it once. */
export function knownDevice(
  ctx: TenantContext,
  userId: string,
  tokenHash: string,
  { isNew }: { isNew: boolean },
): Write {
  const now = ctx.clock.now();
  const item: KnownDeviceItem = {
    ...knownDeviceKey(userId, tokenHash),
    kind: 'known_device',
    expiresAt: epochSeconds(new Date(now.getTime() + DEVICE_KNOWN_MS)),
  };
  return isNew ? { put: item, if: { below: { expiresAt: epochSeconds(now) + 1 } } } : { put: item };
}
