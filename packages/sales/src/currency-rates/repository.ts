import type { TenantContext } from '@vinculo/platform/context';
import { commit, type NewEvent } from '@vinculo/platform/events/commit';
import type { QueryPage } from '@vinculo/platform/table/tenant-table';
import type { Write } from '@vinculo/platform/table/writes';
import { type RateItem, type RateOfDay, rateKey, ratesPartition } from './keys';

/** The latest rate on or before a date: one query of one item. */
export async function findRate(
  ctx: TenantContext,
  base: string,
  currency: string,
  date: string,
): Promise<RateItem | undefined> {
  const { items } = await ctx.table.query<RateItem>({
    pk: ratesPartition(base),
    sk: { between: [`${currency}#`, `${currency}#${date}`] },
    reverse: true,
    limit: 1,
  });
  return items[0];
}

/** Rates by currency, the latest day first. */
export async function queryRates(
  ctx: TenantContext,
  base: string,
  options: { currency?: string | undefined; limit: number; startKey?: Record<string, string> | undefined },
): Promise<QueryPage<RateItem>> {
  const { currency, limit, startKey } = options;
  return ctx.table.query<RateItem>({
    pk: ratesPartition(base),
    ...(currency ? { sk: { beginsWith: `${currency}#` } } : {}),
    reverse: true,
    limit,
    startKey,
  });
}

/** `null` forgets the rate of a day. */
export async function writeRates(
  ctx: TenantContext,
  base: string,
  rates: ReadonlyArray<Omit<RateOfDay, 'rate'> & { rate: string | null }>,
  event: NewEvent,
): Promise<void> {
  const writes = rates.map(({ rate, ...day }): Write => {
    const key = rateKey(base, day.currency, day.date);
    return rate === null ? { delete: key } : { put: { ...key, kind: 'currency_rate', ...day, rate } };
  });
  await commit(ctx, writes, [event]);
}

/** Throws `ConditionFailedError`, and sets none, when one of the days has a rate. */
export async function insertSampleRates(
  ctx: TenantContext,
  base: string,
  rates: readonly RateOfDay[],
  event: NewEvent,
): Promise<void> {
  const writes = rates.map((day): Write => {
    const item: RateItem = {
      ...rateKey(base, day.currency, day.date),
      kind: 'currency_rate',
      ...day,
      isSample: true,
    };
    return { put: item, if: 'absent' };
  });
  await commit(ctx, writes, [event]);
}

/** Forgets the rates of days that are still the sample ones. */
export async function removeSampleRates(
  ctx: TenantContext,
  base: string,
  days: ReadonlyArray<Pick<RateOfDay, 'currency' | 'date'>>,
): Promise<void> {
  const items = await ctx.table.batchGet<RateItem>(
    days.map(({ currency, date }) => rateKey(base, currency, date)),
  );
  const samples = items.filter(({ isSample }) => isSample);
  await ctx.table.batchWrite(samples.map(({ pk, sk }) => ({ delete: { pk, sk } })));
}
