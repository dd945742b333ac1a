import { importSlice } from '@vinculo/records/imports/run/import-slice';
import { runJob } from '@vinculo/records/imports/run/run-job';
import { undoSlice } from '@vinculo/records/imports/undo/undo-slice';
import { catalogue } from '@vinculo/sales/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client';
import type { Harness } from '../../support/harness';
import { type ImportCompany, openImportCompany } from '../../support/import-company';
import { draft, listAll, perform, resultOf, rowsOf } from '../../support/import-jobs';

let company: ImportCompany;
let harness: Harness;
let client: ApiClient;
let tenantId: string;

beforeAll(async () => {
  company = await openImportCompany();
  ({ harness, client } = company);
  tenantId = company.tenantId;
});
afterAll(() => company.close());

async function started(bytes: string): Promise<string> {
  const { id } = await draft(harness, client, { bytes });
  await perform(harness, client, id, 'check');
  await client.post(`/imports/${id}/start`);
  return id;
}

describe('slices', () => {
  it('that come several times at once write each row once, and an undo takes each back once (D5)', async () => {
    const importId = await started(rowsOf(150, 'a'));
    const ctx = harness.context(tenantId);
    await runJob(ctx, catalogue, { importId, job: 'start' });
    const message = { importId, slice: 0, stride: 1 };
    await Promise.all([1, 2, 3].map(() => importSlice(ctx, catalogue, message)));
    await harness.drain();
    const { body: done } = await client.get(`/imports/${importId}`);
    expect(done).toMatchObject({ status: 'done', counts: { created: 150, failed: 0 } });
    expect(await listAll(client, 'contacts')).toHaveLength(150);

    await client.post(`/imports/${importId}/undo`);
    await runJob(ctx, catalogue, { importId, job: 'undo' });
    await Promise.all([1, 2].map(() => undoSlice(ctx, catalogue, { ...message, isUndo: true })));
    await harness.drain();
    expect((await client.get(`/imports/${importId}`)).body).toMatchObject({ status: 'undone' });
    expect(await listAll(client, 'contacts')).toEqual([]);
  });

  it('that come in any order, some of them twice, import a whole file and undo it (D5)', async () => {
    const importId = await started(rowsOf(1_050, 'b'));
    await harness.drain({ seed: 7 });
    const { body: done } = await client.get(`/imports/${importId}`);
    expect(done).toMatchObject({ status: 'done', counts: { created: 1_050, skipped: 0, failed: 0 } });
    const result = (await resultOf(harness, client, importId)).trim().split('\n');
    expect(result).toHaveLength(1_051);
    expect(result.at(-1)).toContain('1051,created,con_');

    await client.post(`/imports/${importId}/undo`);
    await harness.drain({ seed: 8 });
    expect((await client.get(`/imports/${importId}`)).body).toMatchObject({ status: 'undone' });
    expect(await listAll(client, 'contacts')).toEqual([]);
    expect(harness.deadLetters).toEqual([]);
  }, 120_000);

  it('of a cancelled import write nothing more, and what was written can be undone', async () => {
    const importId = await started(rowsOf(60, 'c'));
    const cancelled = await client.post(`/imports/${importId}/cancel`);
    expect(cancelled).toMatchObject({ status: 202, body: { status: 'cancelled' } });
    await harness.drain();
    await importSlice(harness.context(tenantId), catalogue, { importId, slice: 0, stride: 1 });
    expect(await listAll(client, 'contacts')).toEqual([]);
    expect((await client.get(`/imports/${importId}`)).body).toMatchObject({
      status: 'cancelled',
      counts: { created: 0 },
    });
    expect(await resultOf(harness, client, importId)).toContain('2,not_processed,,,c0,c 0');
    expect(await perform(harness, client, importId, 'undo')).toMatchObject({ status: 'undone' });
  });
});
