import type { Access } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { commit } from '@vinculo/platform/events/commit';
import { createRecord } from '@vinculo/records/records/service';
import type { CrmRecord } from '@vinculo/records/types/record-type';
import { opportunityModel } from '@vinculo/sales/catalogue';
import type { Stage } from '@vinculo/sales/pipelines/schema';
import { listPipelines } from '@vinculo/sales/pipelines/service';
import { createFakeClock, type FakeClock } from './fake-clock';
import type { Harness } from './harness';
import type { TestTable } from './test-table';
import { aUserContext, EVERYTHING, type UserContextOptions } from './user-context';

const MANAGER: Access = { ...EVERYTHING, permissions: ['pipelines.manage', 'rates.manage'] };

export interface Seller extends UserContext {
  readonly clock: FakeClock;
}

/** A sales manager in Madrid whose tenant counts in euros, on 2 March 2026. */
export function aSeller(table: TestTable, options: UserContextOptions = {}): Seller {
  return { ...aUserContext(table, { access: MANAGER, ...options }), clock: createFakeClock() };
}

/** A colleague in the same tenant and at the same time. */
export function aColleague(of: Seller, table: TestTable, options: UserContextOptions = {}): Seller {
  const colleague = aUserContext(table, { shards: of.tenant.shards, ...options, tenantId: of.tenantId });
  return { ...colleague, clock: of.clock };
}

/** The tenant's default pipeline, with its stages by English name. */
export async function theDefaultPipeline(ctx: UserContext) {
  const [pipeline] = await listPipelines(ctx);
  if (!pipeline) throw new Error('A tenant has a pipeline');
  const stage = (name: string): Stage => {
    const found = pipeline.stages.find((one) => one.name === name);
    if (!found) throw new Error(`No stage is called ${name}`);
    return found;
  };
  return { pipeline, stage };
}

export async function anOpportunity(
  ctx: UserContext,
  values: Record<string, unknown> = {},
): Promise<CrmRecord> {
  return createRecord(ctx, opportunityModel, { name: 'A deal', ...values });
}

export const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
export const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

/** Makes the tenant exist for consumers, which know only its id. */
export async function withTenantItem(ctx: UserContext): Promise<void> {
  const { id, ...info } = ctx.tenant;
  const item = { pk: id, sk: 'tenant', kind: 'tenant', state: 'active', plan: 'paid', version: 1, ...info };
  await commit(ctx, [{ put: item }], []);
}

/** A seller of a tenant that consumers find too, in the harness's time. */
export async function aSellerIn(harness: Harness): Promise<Seller> {
  const ctx = { ...aSeller(harness.table), clock: harness.clock };
  await withTenantItem(ctx);
  return ctx;
}

/** The same with the tenant's pipeline. */
export async function aTenantIn(harness: Harness) {
  const ctx = await aSellerIn(harness);
  return { ctx, ...(await theDefaultPipeline(ctx)) };
}
