import type { Clock } from './clock';
import type { Ports } from './ports/ports';
import type { TenantTable } from './table/tenant-table';

export interface Actor {
  kind: 'user' | 'system' | 'api_key';
  /** A user's id, or the name of the function that acts. */
  id: string;
}

/** What every service gets first: whose data, who acts, and the only ways out of the process. */
export interface TenantContext {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly table: TenantTable;
  readonly clock: Clock;
  readonly ports: Ports;
  readonly requestId: string;
}
