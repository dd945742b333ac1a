import { ConflictError } from '@vinculo/platform/errors';
import type { TenantItem } from '../tenants/items';

/** Throws 409 `second_factor.required` where the company wants everybody to have a second factor: the last one stays. */
export function assertNotRequired({ requiresSecondFactor }: TenantItem): void {
  if (!requiresSecondFactor) return;
  throw new ConflictError(
    'second_factor.required',
    'Your company wants everybody to have a second factor. Set up another one first.',
  );
}
