import type { UserContext } from '@vinculo/identity/access/user-context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { fromItem, type RecordItem } from '@vinculo/records/records/item';
import { deleteRecord, restoreRecord, updateRecord } from '@vinculo/records/records/service';
import { opportunityModel } from '@vinculo/sales/catalogue';
import { setRates } from '@vinculo/sales/currency-rates/service';
import { toOpportunity } from '@vinculo/sales/opportunities/opportunity';
import { listPipelines } from '@vinculo/sales/pipelines/service';
import { contributionsOf } from '@vinculo/sales/totals/contribution';
import { keepTotals } from '@vinculo/sales/totals/keep-totals';
import { readMonthTotals, readStageTotals } from '@vinculo/sales/totals/repository';
import type { Row } from '@vinculo/sales/totals/row';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anOpportunity, aSeller } from '../../support/sellers';
import { createTestTable, type TestTable } from '../../support/test-table';

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});

const DEALS = 3;
const STAGES = 6;

type Step =
  | { op: 'move'; deal: number; to: number }
  | { op: 'edit'; deal: number; patch: Record<string, unknown> }
  | { op: 'delete' | 'restore'; deal: number }
  | { op: 'deliver'; picks: number[] };

const deal = fc.nat(DEALS - 1);
const amounts = fc.record({
  amountMinor: fc.integer({ min: -10_000, max: 1_000_000 }),
  currency: fc.constantFrom('EUR', 'USD', 'JPY'),
});
const patches = fc.oneof(
  fc.record({ amount: fc.option(amounts) }),
  fc.record({ probability: fc.option(fc.nat(100)) }),
  fc.record({ expectedCloseOn: fc.option(fc.constantFrom('2026-03-31', '2026-04-01', '2026-05-15')) }),
  fc.record({ name: fc.constantFrom('One', 'Two') }),
);
const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ op: fc.constant('move' as const), deal, to: fc.nat(STAGES - 1) }),
    fc.record({ op: fc.constant('edit' as const), deal, patch: patches }),
    fc.record({ op: fc.constantFrom('delete' as const, 'restore' as const), deal }),
    fc.record({
      op: fc.constant('deliver' as const),
      picks: fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
    }),
  ),
  { minLength: 5, maxLength: 25 },
);

async function eventsOf(ctx: UserContext, ids: string[]): Promise<DomainEvent[]> {
  const pages = await Promise.all(
    ids.map((pk) => ctx.table.query({ pk, sk: { beginsWith: 'event#' }, consistent: true })),
  );
  return pages.flatMap(({ items }) =>
    items.map(({ event }) => ({ ...(event as DomainEvent), tenantId: ctx.tenantId })),
  );
}

/** Several at once: deliveries of the same and of different events overlap. */
async function deliver(ctx: UserContext, events: DomainEvent[]): Promise<void> {
  await Promise.all(events.map((event) => keepTotals(ctx, event)));
}

async function take(ctx: UserContext, ids: string[], stages: string[], step: Step): Promise<void> {
  if (step.op === 'deliver') {
    const events = await eventsOf(ctx, ids);
    return deliver(
      ctx,
      step.picks.flatMap((pick) => events[pick % events.length] ?? []),
    );
  }
  const id = ids[step.deal] ?? '';
  try {
    if (step.op === 'move') {
      const change = { stageId: stages[step.to], lostReason: 'Price' };
      await updateRecord(ctx, opportunityModel, id, change);
    }
    if (step.op === 'edit') await updateRecord(ctx, opportunityModel, id, step.patch);
    if (step.op === 'delete') await deleteRecord(ctx, opportunityModel, id);
    if (step.op === 'restore') await restoreRecord(ctx, opportunityModel, id);
  } catch {
    // A change of what is in the trash is refused, which is as good a step as any.
  }
}

type Counted = Row & { stageId?: string; month?: string };

/** Rows of one group added up, without those that add up to nothing: lanes and shards don't matter. */
function grouped(rows: Counted[]): Record<string, number[]> {
  const sums = new Map<string, number[]>();
  for (const row of rows) {
    const { stageId, month, status, currency, closedCurrency } = row;
    const key = [stageId ?? month, status, currency, closedCurrency].join(' ');
    const old = sums.get(key) ?? [0, 0, 0, 0];
    const own = [row.count, row.amountMinor, row.weightedMinor, row.closedMinor];
    sums.set(
      key,
      own.map((value, position) => value + (old[position] ?? 0)),
    );
  }
  return Object.fromEntries([...sums].filter(([, values]) => values.some((value) => value !== 0)));
}

describe('keepTotals', () => {
  it('ends as a recomputation would, whatever the order, repetition and overlap of events (D5, D6, D18)', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.constantFrom(1, 4),
        fc.infiniteStream(fc.nat()),
        async (taken, shards, ranks) => {
          const ctx = aSeller(table, { shards });
          await setRates(ctx, { items: [{ currency: 'USD', date: '2026-01-01', rate: '0.9137' }] });
          const [pipeline] = await listPipelines(ctx);
          const stages = pipeline?.stages.map(({ id }) => id) ?? [];
          const ids: string[] = [];
          for (let n = 0; n < DEALS; n++) {
            ids.push((await anOpportunity(ctx, { amount: { amountMinor: 1_000, currency: 'EUR' } })).id);
          }
          for (const step of taken) await take(ctx, ids, stages, step);

          const events = await eventsOf(ctx, ids);
          const shuffled = [...events, ...events.slice(0, 3)]
            .map((event) => ({ event, rank: ranks.next().value }))
            .sort((one, other) => one.rank - other.rank)
            .map(({ event }) => event);
          await deliver(ctx, shuffled);

          const items = await ctx.table.batchGet<RecordItem>(ids.map((pk) => ({ pk, sk: 'record' })));
          const live = items
            .filter(({ deletedAt }) => !deletedAt)
            .map((item) => toOpportunity(fromItem(item)));
          const expected = live.flatMap((opportunity): Counted[] => contributionsOf(opportunity, 1));
          const kept = [
            ...(await readStageTotals(ctx, pipeline?.id ?? '')),
            ...(await readMonthTotals(ctx, pipeline?.id ?? '', '2026-01', '2026-12')),
          ];
          expect(grouped(kept)).toEqual(grouped(expected));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('counts what an import brought, from its one event', async () => {
    const ctx = aSeller(table);
    const [pipeline] = await listPipelines(ctx);
    const deals = await Promise.all([anOpportunity(ctx), anOpportunity(ctx)]);
    const event: DomainEvent = {
      id: 'evt_1',
      type: 'records.imported',
      version: 1,
      tenantId: ctx.tenantId,
      at: ctx.clock.now().toISOString(),
      actor: ctx.actor,
      subject: { type: 'import', id: 'imp_1' },
      data: { recordType: 'opportunity', ids: deals.map(({ id }) => id) },
    };
    await keepTotals(ctx, event);
    await keepTotals(ctx, event);
    const rows = await readStageTotals(ctx, pipeline?.id ?? '');
    expect(rows.reduce((count, row) => count + row.count, 0)).toBe(2);
  });
});
