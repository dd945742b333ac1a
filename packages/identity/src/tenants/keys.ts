import type { Key } from '@vinculo/platform/table/writes';

/** The tenant shares its partition with its own events. */
export function tenantKey(tenantId: string): Key {
  return { pk: tenantId, sk: 'tenant' };
}
