import type { UserContext } from '@vinculo/identity/access/user-context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { fromItem, type RecordItem } from '@vinculo/records/records/item';
import { createRecord, deleteRecord, restoreRecord, updateRecord } from '@vinculo/records/records/service';
import { indexContentOf } from '@vinculo/records/search/entry';
import { refreshSearch } from '@vinculo/records/search/refresh';
import { catalogue } from '@vinculo/sales/catalogue';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { dumpTable } from '../../support/dump-table';
import { createTestTable, type TestTable } from '../../support/test-table';
import { aUserContext } from '../../support/user-context';

const contact = catalogue.model('contact');
let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});

type Step =
  | { op: 'rename'; to: string }
  | { op: 'delete' | 'restore' | 'turn' }
  | { op: 'deliver'; pick: number };

const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ op: fc.constant('rename' as const), to: fc.constantFrom('Ana', 'Eva', 'Ana Eva') }),
    fc.record({ op: fc.constantFrom('delete' as const, 'restore' as const) }),
    fc.record({ op: fc.constant('deliver' as const), pick: fc.nat(9) }),
    fc.constant({ op: 'turn' as const }),
    fc.constant({ op: 'turn' as const }),
  ),
  { minLength: 5, maxLength: 20 },
);

/** The record's events so far, as consumers get them. */
async function eventsOf(ctx: UserContext, id: string): Promise<DomainEvent[]> {
  const { items } = await ctx.table.query({ pk: id, sk: { beginsWith: 'event#' } });
  return items.map(({ event }) => ({ ...(event as DomainEvent), tenantId: ctx.tenantId }));
}

async function change(ctx: UserContext, id: string, step: Step): Promise<void> {
  try {
    if (step.op === 'rename') await updateRecord(ctx, contact, id, { lastName: step.to });
    if (step.op === 'delete') await deleteRecord(ctx, contact, id);
    if (step.op === 'restore') await restoreRecord(ctx, contact, id);
  } catch {
    // A change of what is in the trash is refused, which is as good a step as any.
  }
}

/** A context whose reads answer late, in the order that the scheduler chooses, so that consumers act on old news. */
function lateContext(ctx: UserContext, scheduler: fc.Scheduler) {
  const inFlight = new Set<Promise<unknown>>();
  const track = <T>(work: Promise<T>): Promise<T> => {
    inFlight.add(work);
    work.finally(() => inFlight.delete(work)).catch(() => undefined);
    return work;
  };
  const table = {
    ...ctx.table,
    get: (...args: Parameters<typeof ctx.table.get>) => scheduler.schedule(track(ctx.table.get(...args))),
    transact: (...args: Parameters<typeof ctx.table.transact>) => track(ctx.table.transact(...args)),
  };
  /** Lets whoever was woken come to its next wait. */
  async function settle(): Promise<void> {
    do {
      await Promise.allSettled(inFlight);
      await new Promise((resolve) => setImmediate(resolve));
    } while (inFlight.size > 0);
  }
  return { ctx: { ...ctx, table } as UserContext, settle };
}

describe('refreshSearch', () => {
  it('ends with the record as it is, whatever the order, repetition and overlap of its events (D5, D6)', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.scheduler(), async (taken, scheduler) => {
        const ctx = aUserContext(table);
        const { id } = await createRecord(ctx, contact, { lastName: 'First' });
        const late = lateContext(ctx, scheduler);
        const delivered = new Set<string>();
        const running: Promise<void>[] = [];
        const deliver = (event: DomainEvent) => {
          delivered.add(event.id);
          running.push(refreshSearch(late.ctx, catalogue, event));
        };
        const turn = async () => {
          if (scheduler.count() > 0) await scheduler.waitOne();
          await late.settle();
        };
        for (const step of taken) {
          if (step.op === 'turn') await turn();
          else if (step.op === 'deliver') {
            const events = await eventsOf(ctx, id);
            const event = events[step.pick % events.length];
            if (event) deliver(event);
            await late.settle();
          } else await change(ctx, id, step);
        }
        // What was not delivered yet comes late, the newest first.
        const rest = (await eventsOf(ctx, id)).filter((event) => !delivered.has(event.id));
        for (const event of rest.reverse()) deliver(event);
        await late.settle();
        while (scheduler.count() > 0) await turn();
        await Promise.all(running);

        const record = await ctx.table.get<RecordItem>({ pk: id, sk: 'record' });
        const isLive = record !== undefined && !record.deletedAt;
        const expected = isLive ? indexContentOf(contact.type, fromItem(record)).entries : [];
        const stored = (await dumpTable(table)).filter(({ pk }) => pk.startsWith(`${ctx.tenantId}#search#`));
        expect(stored.map(({ pk: _, ...entry }) => entry).sort(bySk)).toEqual(
          expected.map(({ pk: _, ...entry }) => entry).sort(bySk),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('lets events pass that are not of records', async () => {
    const ctx = aUserContext(table);
    const event = { type: 'user.created', subject: { type: 'user', id: 'usr_1' }, data: {} };
    await refreshSearch(ctx, catalogue, event as unknown as DomainEvent);
    expect((await dumpTable(table)).filter(({ pk }) => pk.startsWith(ctx.tenantId))).toEqual([]);
  });

  it('reads nothing for a change that is neither searched nor shown', async () => {
    const ctx = aUserContext(table);
    const { id } = await createRecord(ctx, contact, { lastName: 'Quiet' });
    await updateRecord(ctx, contact, id, { description: 'Long story' });
    const [, updated] = await eventsOf(ctx, id);
    const closed = { ...ctx, table: new Proxy(ctx.table, { get: () => expect.unreachable() }) };
    if (updated) await refreshSearch(closed, catalogue, updated);
    expect(updated?.type).toBe('contact.updated');
  });
});

const bySk = (left: { sk: string }, right: { sk: string }) => (left.sk < right.sk ? -1 : 1);
