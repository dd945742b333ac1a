import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { dumpTable } from '../../support/dump-table';
import { createHarness, type Harness } from '../../support/harness';
import { listAll, perform, runImport } from '../../support/import-jobs';

let harness: Harness;
let client: ApiClient;
let tenantId: string;

beforeAll(async () => {
  harness = await createHarness();
  const company = await signUpCompany(harness);
  client = company.client;
  tenantId = company.session.tenant.id;
});
afterAll(() => harness.close());

/** What is stored of the tenant's live contacts and their guards, without versions: an undo is a change too. */
async function stored() {
  const items = (await dumpTable(harness.table)).filter(
    ({ pk, kind, type, deletedAt }) =>
      pk.startsWith(tenantId) &&
      (kind === 'guard' || (kind === 'record' && type === 'contact' && !deletedAt)),
  );
  return items.map(({ version: _, ...item }) => JSON.stringify(item, Object.keys(flat(item)).sort())).sort();
}

/** Every name in an item, at any depth, so that JSON keeps them in one order. */
function flat(value: unknown): Record<string, true> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.assign({}, ...Object.entries(value).map(([name, part]) => ({ [name]: true, ...flat(part) })));
}

const first =
  'Id,First name,Last name,E-mail,Birthday,Total spent\n' +
  'a,Ada,King,ada@example.com,1815-12-10,10.50\n' +
  'b,Grace,Hopper,grace@example.com,1906-12-09,20.00\n';
const second =
  'Id,First name,Last name,E-mail,Birthday,Total spent\n' +
  'a,Augusta,Lovelace,countess@example.com,,99.99\n' +
  'c,Alan,Turing,alan@example.com,1912-06-23,5.00\n' +
  'a,Augusta Ada,,,,\n' +
  'c,,,,,6.00\n';

describe('undo', () => {
  it('leaves what was there before as it was, to the byte, and what was created in the trash', async () => {
    await runImport(harness, client, { bytes: first });
    const before = await stored();
    const done = await runImport(harness, client, { bytes: second }, { mode: 'upsert' });
    expect(done.counts).toMatchObject({ created: 1, updated: 3 });
    expect(await stored()).not.toEqual(before);
    const undone = await perform(harness, client, done.id, 'undo');
    expect(undone).toMatchObject({ status: 'undone', progress: 1, counts: { conflicts: 0 } });
    expect(await stored()).toEqual(before);
    expect((await client.get('/search?q=lovelace')).body.items).toEqual([]);
    expect((await client.get('/search?q=hopper')).body.items).toHaveLength(1);
  });

  it('can be followed by the same import again', async () => {
    const again = await runImport(harness, client, { bytes: second }, { mode: 'upsert' });
    expect(again.counts).toMatchObject({ created: 1, updated: 3, failed: 0 });
    await perform(harness, client, again.id, 'undo');
    const names = (await listAll(client, 'contacts')).map(({ lastName }) => lastName);
    expect(names.sort()).toEqual(['Hopper', 'King']);
  });

  it('lists a record that somebody changed since, and leaves it', async () => {
    const done = await runImport(harness, client, { bytes: second }, { mode: 'upsert' });
    const ada = (await listAll(client, 'contacts')).find(({ lastName }) => lastName === 'Lovelace');
    await client.patch(`/contacts/${ada?.id}`, { jobTitle: 'Analyst' }, Number(ada?.version));
    const undone = await perform(harness, client, done.id, 'undo');
    // Both rows that changed her.
    expect(undone).toMatchObject({ status: 'undone', counts: { conflicts: 2 } });
    const { body } = await client.get(`/imports/${done.id}/rows?only=conflict`);
    expect(body.items).toMatchObject([
      { row: 2, recordId: ada?.id, errors: [{ code: 'import.changed_since' }] },
      { row: 4, recordId: ada?.id },
    ]);
    expect((await client.get(`/contacts/${ada?.id}`)).body).toMatchObject({
      lastName: 'Lovelace',
      jobTitle: 'Analyst',
    });
  });

  it('is told to whoever asked for it', async () => {
    const { body } = await client.get('/notifications');
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toContain('import.undone');
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toContain('import.finished');
  });
});
