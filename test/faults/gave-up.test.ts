import type { TenantContext } from '@vinculo/platform/context';
import { MOST_ATTEMPTS } from '@vinculo/platform/events/attempts';
import { giveUpSlice } from '@vinculo/records/imports/give-up';
import { importSlice } from '@vinculo/records/imports/run/import-slice';
import { runJob } from '@vinculo/records/imports/run/run-job';
import { catalogue } from '@vinculo/sales/catalogue';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { denying, type Faults, injectFaults } from '../support/faults';
import type { Harness } from '../support/harness';
import { type ImportCompany, openImportCompany } from '../support/import-company';
import { draft, listAll, perform, resultOf, rowsOf } from '../support/import-jobs';

let company: ImportCompany;
let harness: Harness;
let faults: Faults;
let client: ApiClient;
let ctx: TenantContext;

beforeAll(async () => {
  company = await openImportCompany('notify-jobs', 'write-export');
  ({ harness, client } = company);
  ctx = harness.context(company.tenantId);
  faults = injectFaults(harness.table.connection);
});
afterEach(() => faults.plan());
afterAll(() => company.close());

/** Nobody's rights can be read, however often it is tried: each job fails before it does anything. */
const noRights = () => denying('BatchGet', { count: MOST_ATTEMPTS });
/** The plan and the first chunk are written; every attempt at the second is denied. */
const noSecondChunk = () => denying('TransactWrite', { from: 2, count: MOST_ATTEMPTS });

async function drainUnder(plan: Parameters<Faults['plan']>[0]): Promise<void> {
  const buried = harness.deadLetters.length;
  faults.plan(plan);
  await harness.drain();
  faults.plan();
  expect(harness.deadLetters.length).toBe(buried + 1);
}

/** The live contacts that came from `rowsOf` with this prefix. */
async function contactsOf(prefix: string) {
  const contacts = await listAll(client, 'contacts');
  return contacts.filter(({ lastName }) => String(lastName).startsWith(`${prefix} `));
}

async function newestNotification() {
  return (await client.get('/notifications')).body.items[0];
}

describe('an import whose message fails for the last time', () => {
  it('fails in its check with a reason, tells who asked, and can be checked again (D5)', async () => {
    const { id } = await draft(harness, client, { bytes: rowsOf(3, 'a') });
    await client.post(`/imports/${id}/check`);
    await drainUnder(noRights());
    const { body } = await client.get(`/imports/${id}`);
    expect(body).toMatchObject({ status: 'failed', failure: { code: 'import.check_gave_up' } });
    expect(await newestNotification()).toMatchObject({ kind: 'import.failed', title: 'Import failed' });
    expect(await client.post(`/imports/${id}/start`)).toMatchObject({ status: 409 });
    expect(await client.post(`/imports/${id}/undo`)).toMatchObject({ status: 409 });
    expect(await perform(harness, client, id, 'check')).toMatchObject({ status: 'checked', failure: null });
  });

  it('fails in its plan, and starts again from there (D5)', async () => {
    const { id } = await draft(harness, client, { bytes: rowsOf(3, 'b') });
    await perform(harness, client, id, 'check');
    await client.post(`/imports/${id}/start`);
    await drainUnder(noRights());
    const { body } = await client.get(`/imports/${id}`);
    expect(body).toMatchObject({ status: 'failed', failure: { code: 'import.run_gave_up' } });
    const done = await perform(harness, client, id, 'start');
    expect(done).toMatchObject({ status: 'done', failure: null, counts: { created: 3 } });
  });

  it('keeps and shows what a slice wrote, and a new start completes each row once (D4, D5)', async () => {
    const { id } = await draft(harness, client, { bytes: rowsOf(100, 'c') });
    await perform(harness, client, id, 'check');
    await client.post(`/imports/${id}/start`);
    await drainUnder(noSecondChunk());
    const { body: failed } = await client.get(`/imports/${id}`);
    expect(failed).toMatchObject({ status: 'failed', failure: { code: 'import.run_gave_up' } });
    const written = await contactsOf('c');
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThan(100);
    expect(failed.counts).toMatchObject({ created: written.length });
    expect(await newestNotification()).toMatchObject({ kind: 'import.failed' });
    const half = await resultOf(harness, client, id);
    expect(half.match(/,created,/g)).toHaveLength(written.length);
    expect(half.match(/,not_processed,/g)).toHaveLength(100 - written.length);

    const done = await perform(harness, client, id, 'start');
    expect(done).toMatchObject({ status: 'done', failure: null, counts: { created: 100, failed: 0 } });
    expect(await contactsOf('c')).toHaveLength(100);
    expect((await resultOf(harness, client, id)).match(/,created,/g)).toHaveLength(100);
  });

  it('can be undone as it is, and an undo that gives up is undone by the next (D5)', async () => {
    const { id } = await draft(harness, client, { bytes: rowsOf(100, 'd') });
    await perform(harness, client, id, 'check');
    await client.post(`/imports/${id}/start`);
    await drainUnder(noSecondChunk());
    await client.post(`/imports/${id}/undo`);
    await drainUnder(noRights());
    const { body: stuck } = await client.get(`/imports/${id}`);
    expect(stuck).toMatchObject({ status: 'failed', failure: { code: 'import.undo_gave_up' } });
    // Part of it may be taken back already.
    expect(await client.post(`/imports/${id}/start`)).toMatchObject({ status: 409 });
    expect(await perform(harness, client, id, 'undo')).toMatchObject({ status: 'undone', failure: null });
    expect(await contactsOf('d')).toEqual([]);
  });

  it('stops its other lanes, which go on with it (D5)', async () => {
    const { id: importId } = await draft(harness, client, { bytes: rowsOf(1_020, 'e') });
    await perform(harness, client, importId, 'check');
    await client.post(`/imports/${importId}/start`);
    await runJob(ctx, catalogue, { importId, job: 'start' });
    const lane = { importId, stride: 2 };
    await giveUpSlice(ctx, catalogue, { ...lane, slice: 0 });
    await importSlice(ctx, catalogue, { ...lane, slice: 1 });
    await harness.drain();
    expect(await contactsOf('e')).toEqual([]);
    const done = await perform(harness, client, importId, 'start');
    expect(done).toMatchObject({ status: 'done', counts: { created: 1_020 } });
  });

  it('leaves alone an import that somebody cancelled meanwhile', async () => {
    const { id: importId } = await draft(harness, client, { bytes: rowsOf(3, 'f') });
    await perform(harness, client, importId, 'check');
    await client.post(`/imports/${importId}/start`);
    await client.post(`/imports/${importId}/cancel`);
    await giveUpSlice(ctx, catalogue, { importId, slice: 0, stride: 1 });
    expect((await client.get(`/imports/${importId}`)).body).toMatchObject({
      status: 'cancelled',
      failure: null,
    });
    await harness.drain();
  });
});

describe('an export whose message fails for the last time', () => {
  it('fails with a reason and tells who asked (D5)', async () => {
    const { body: asked } = await client.post('/exports', { type: 'contact' });
    await drainUnder(noRights());
    const { body } = await client.get(`/exports/${asked.id}`);
    expect(body).toMatchObject({ status: 'failed', failure: { code: 'export.gave_up' } });
    expect(await newestNotification()).toMatchObject({ kind: 'export.failed', title: 'Export failed' });
  });
});
