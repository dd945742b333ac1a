import type { Clock } from './clock';
import type { Claim } from './idempotency/claim';
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
  /** What makes a request that is sent again take effect once; `commit` writes its mark. */
  readonly claim?: Claim | undefined;
}

/** For changes that are not what the request asks for: one that it needs first, or a note of its refusal. */
export function withoutClaim<C extends TenantContext>(ctx: C): C {
  return { ...ctx, claim: undefined };
}

/** For a part of a request that takes effect by itself. */
export function withStep<C extends TenantContext>(ctx: C, number: number): C {
  return ctx.claim ? { ...ctx, claim: ctx.claim.step(number) } : ctx;
}
