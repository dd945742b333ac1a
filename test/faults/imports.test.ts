import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import type { Item } from '@vinculo/platform/table/writes';
import { createdId } from '@vinculo/records/imports/record-ids';
import { importSlice } from '@vinculo/records/imports/run/import-slice';
import { type ChunkItem, outcomesOf } from '@vinculo/records/imports/run/outcome';
import { runJob } from '@vinculo/records/imports/run/run-job';
import { undoSlice } from '@vinculo/records/imports/undo/undo-slice';
import { catalogue } from '@vinculo/sales/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { dumpTable } from '../support/dump-table';
import { type Faults, injectFaults, killAt } from '../support/faults';
import type { Harness } from '../support/harness';
import { type ImportCompany, openImportCompany } from '../support/import-company';
import { draft, perform, runImport } from '../support/import-jobs';

let company: ImportCompany;
let harness: Harness;
let faults: Faults;
let client: ApiClient;
let ctx: TenantContext;

beforeAll(async () => {
  company = await openImportCompany();
  ({ harness, client } = company);
  ctx = harness.context(company.tenantId);
  faults = injectFaults(harness.table.connection);
});
afterAll(() => company.close());

/** Rows that exist, rows that are new, one that repeats another, one that cannot be read, one that names a new account. */
function files(round: string) {
  const ids = Array.from({ length: 60 }, (_, n) => `${round}-${n}`);
  const first = [
    'Id,Last name,Birthday,Account',
    ...ids.slice(0, 20).map((id) => `${id},Old ${id},1990-01-01,`),
  ];
  const second = [
    'Id,Last name,Birthday,Account',
    ...ids.map((id, n) => `${id},New ${id},,${n % 7 ? '' : `Firm ${round}`}`),
  ];
  second.push(`${ids[59]},Newest,,`, `${round}-bad,Bad,31/02/1990,`);
  return { first: first.join('\n'), second: second.join('\n') };
}

/** Everything of the tenant, with relative keys. */
async function own(): Promise<Item[]> {
  const prefix = `${ctx.tenantId}#`;
  return (await dumpTable(harness.table))
    .filter(({ pk }) => pk.startsWith(prefix))
    .map((item) => ({ ...item, pk: item.pk.slice(prefix.length) }));
}

/** Each change of the import is in exactly one chunk and one event, and each record that it made in one chunk (D4). */
async function expectWhole(importId: string): Promise<void> {
  const items = await own();
  const chunks = items.filter(
    (item): item is ChunkItem => item.kind === 'import-chunk' && item.pk === importId,
  );
  const outcomes = chunks.flatMap((chunk) => outcomesOf(chunk, (row) => createdId('con', importId, row)));
  const missing = chunks.flatMap((chunk) => chunk.missing.map(([, id]) => id));
  const changed = outcomes.flatMap((outcome) =>
    outcome.is === 'created' || outcome.is === 'updated' ? [outcome.id] : [],
  );
  const announced = items
    .flatMap(({ event }) => (event ? [event as DomainEvent] : []))
    .filter(({ type, data }) => type === 'records.imported' && data.importId === importId && !data.isUndo)
    .flatMap(({ data }) => data.ids as string[]);
  expect(announced.sort()).toEqual([...changed, ...missing].sort());
  const made = items
    .filter((item) => item.kind === 'record' && item.importId === importId)
    .map(({ pk }) => pk);
  const created = outcomes.flatMap((outcome) => (outcome.is === 'created' ? [outcome.id] : []));
  expect(made.sort()).toEqual([...created, ...missing].sort());
  const rows = outcomes.map(({ row }) => row);
  expect(new Set(rows).size).toBe(rows.length);
}

/** Kills the process after each call of `act`, each time in another round, and lets `check` see what was left. */
async function killEverywhere<S>(
  prepare: (round: string) => Promise<S>,
  act: (state: S) => Promise<void>,
  check: (state: S) => Promise<void>,
): Promise<number> {
  for (let index = 0; ; index++) {
    const state = await prepare(`k${index}${Math.random().toString(36).slice(2, 6)}`);
    faults.plan(killAt(index, 'after'));
    await act(state).catch(() => {});
    const isOver = faults.calls() <= index;
    faults.plan();
    await check(state);
    if (isOver) return index;
  }
}

async function anImport(round: string) {
  const { first, second } = files(round);
  await runImport(harness, client, { bytes: first });
  const settings = { mode: 'upsert', createMissing: true };
  const { id } = await draft(harness, client, { bytes: second }, settings);
  await perform(harness, client, id, 'check');
  return id as string;
}

const COUNTS = { rows: 62, invalid: 1, created: 40, updated: 21, skipped: 0, failed: 1 };

describe('killing the process at any call', () => {
  it('leaves each row of an import whole or absent, and the next delivery completes it once (D4, D5)', async () => {
    const kills = await killEverywhere(
      async (round) => {
        const id = await anImport(round);
        await client.post(`/imports/${id}/start`);
        return id;
      },
      async (importId) => {
        await runJob(ctx, catalogue, { importId, job: 'start' });
        await importSlice(ctx, catalogue, { importId, slice: 0, stride: 1 });
      },
      async (importId) => {
        await expectWhole(importId);
        await harness.drain();
        await expectWhole(importId);
        const { body } = await client.get(`/imports/${importId}`);
        expect(body).toMatchObject({ status: 'done', counts: COUNTS });
      },
    );
    expect(kills).toBeGreaterThan(15);
  }, 300_000);

  it('leaves an undo where the next delivery goes on, and everything as it was at the end (D5)', async () => {
    const kills = await killEverywhere(
      async (round) => {
        const id = await anImport(round);
        const touched = ({ kind, pk, sk }: Item) =>
          kind === 'record' || (kind === 'guard' && sk !== '' && pk.includes(round));
        const before = contentOf((await own()).filter(touched), id);
        await perform(harness, client, id, 'start');
        await client.post(`/imports/${id}/undo`);
        return { id, before, touched };
      },
      async ({ id: importId }) => {
        await runJob(ctx, catalogue, { importId, job: 'undo' });
        await undoSlice(ctx, catalogue, { importId, slice: 0, stride: 1, isUndo: true });
      },
      async ({ id, before, touched }) => {
        await harness.drain();
        const { body } = await client.get(`/imports/${id}`);
        expect(body).toMatchObject({ status: 'undone', counts: { ...COUNTS, conflicts: 0 } });
        expect(contentOf((await own()).filter(touched), id)).toEqual(before);
      },
    );
    expect(kills).toBeGreaterThan(8);
  }, 300_000);
});

/** What is left of records and guards, but what the import itself made, which is in the trash, and versions. */
function contentOf(items: Item[], importId: string): Record<string, Item> {
  return Object.fromEntries(
    items
      .filter((item) => item.importId !== importId)
      .map(({ version: _, ...item }) => [`${item.pk} ${item.sk}`, item]),
  );
}
