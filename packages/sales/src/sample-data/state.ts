import type { TenantContext } from '@vinculo/platform/context';
import type { Item, Key, Write } from '@vinculo/platform/table/writes';
import type { RateOfDay } from '../currency-rates/keys';

/**
 * Which sample data a tenant has. `version` is the tenant's at the request that was answered last, so that requests
 * which arrive late or in the wrong order change nothing.
 */
export interface SampleState extends Item {
  kind: 'sample_data';
  version: number;
  status: 'loading' | 'loaded' | 'removing' | 'removed';
  /** Every record of the load. */
  ids: string[];
  /** The rates that were set for it. */
  rates: RateOfDay[];
}

const key: Key = { pk: 'sample-data', sk: 'state' };

export async function readState(ctx: TenantContext): Promise<SampleState | undefined> {
  return ctx.table.get<SampleState>(key);
}

/** Throws `ConditionFailedError` when another request was answered meanwhile. */
export async function writeState(
  ctx: TenantContext,
  before: SampleState | undefined,
  next: Pick<SampleState, 'version' | 'status' | 'ids' | 'rates'>,
): Promise<SampleState> {
  const state: SampleState = { ...key, kind: 'sample_data', ...next };
  const isUnchanged = before ? { equals: { version: before.version, status: before.status } } : 'absent';
  await ctx.table.transact([{ put: state, if: isUnchanged }]);
  return state;
}

/** Holds while a load is still wanted: nothing is added to one that is being removed. */
export function whileLoading({ version }: SampleState): Write {
  return { check: key, if: { equals: { version, status: 'loading' } } };
}
