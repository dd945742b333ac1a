import type { TenantItem } from '../tenants/items';
import type { UserItem } from '../users/items';
import type { SessionItem } from './repository';

/** Who makes a request, as just read from the table. */
export interface Principal {
  readonly session: SessionItem;
  readonly user: UserItem;
  readonly tenant: TenantItem;
  readonly roleName: string;
}
