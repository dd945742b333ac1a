import { tenantContext } from '@vinculo/platform/runtime';
import { findLogin } from '../directory/logins';
import type { TenantItem } from './items';
import { findTenant } from './repository';

/** The tenant in which somebody logs in with this address. For the operator only: nothing else may ask across tenants. */
export async function findTenantByEmail(email: string): Promise<TenantItem | undefined> {
  const owner = await findLogin(email);
  if (!owner) return undefined;
  return findTenant(tenantContext(owner.tenantId, { kind: 'system', id: 'operator' }, 'operator'));
}
