import type { Clock } from './clock';
import type { Actor, TenantContext } from './context';
import type { Ports } from './ports/ports';
import type { TableConnection } from './table/client';
import { bindTable } from './table/tenant-table';

/** What a process has: its table, its ports, its clock and its public address. */
export interface Runtime {
  readonly connection: TableConnection;
  readonly ports: Ports;
  readonly clock: Clock;
  /** Origin of the web client, without a slash at the end. */
  readonly appUrl: string;
  /** It runs on somebody's own computer: what is sent out may also go to that computer. */
  readonly isLocal?: boolean;
}

let provided: Runtime | undefined;

/** Sets the process's runtime: the Lambda entry does it from its environment, `packages/local` and tests with their own. */
export function provideRuntime(runtime: Runtime): void {
  provided = runtime;
}

export function runtime(): Runtime {
  if (!provided) throw new Error('No runtime was provided');
  return provided;
}

/** A context for one tenant; the caller has verified that `actor` belongs to it. */
export function tenantContext(tenantId: string, actor: Actor, requestId: string): TenantContext {
  const { connection, ports, clock } = runtime();
  return { tenantId, actor, table: bindTable(connection, tenantId), clock, ports, requestId };
}
