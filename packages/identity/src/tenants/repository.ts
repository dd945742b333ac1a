import type { TenantContext } from '@vinculo/platform/context';
import { NotFoundError, StaleError } from '@vinculo/platform/errors';
import { commit, type NewEvent } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import { type TenantItem, toTenant } from './items';
import { tenantKey } from './keys';
import type { TenantChanges } from './schema';

type StoredChanges = TenantChanges & { trialEndsAt?: string; hasSampleData?: boolean };

export async function findTenant(ctx: TenantContext): Promise<TenantItem | undefined> {
  return ctx.table.get<TenantItem>(tenantKey(ctx.tenantId));
}

export async function readTenant(ctx: TenantContext): Promise<TenantItem> {
  const tenant = await findTenant(ctx);
  if (!tenant) throw new NotFoundError();
  return tenant;
}

/** Writes what differs as the tenant's next version. Throws 412 with the tenant as it is when somebody was faster. */
export async function changeTenant(
  ctx: TenantContext,
  before: TenantItem,
  changes: StoredChanges,
  toEvent: (before: TenantItem, after: TenantItem) => NewEvent,
): Promise<TenantItem> {
  const after: TenantItem = Object.assign({ ...before }, changes, { version: before.version + 1 });
  try {
    await commit(
      ctx,
      [
        {
          update: tenantKey(ctx.tenantId),
          set: { ...changes, version: after.version },
          if: { equals: { version: before.version } },
        },
      ],
      [toEvent(before, after)],
    );
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    throw new StaleError(toTenant(await readTenant(ctx), ctx.clock.now()));
  }
  return after;
}
