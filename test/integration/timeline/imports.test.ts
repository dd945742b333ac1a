import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
import { perform, runImport } from '../../support/import-jobs';

let harness: Harness;
let client: ApiClient;

beforeAll(async () => {
  harness = await createHarness();
  ({ client } = await signUpCompany(harness));
});
afterAll(() => harness.close());

const csv = (jobTitle: string) => `First name,Last name,Job title,External id\nAda,King,${jobTitle},CD-1\n`;

describe('the timeline of an imported record', () => {
  it('tells which import created, changed and took back what', async () => {
    await runImport(harness, client, { bytes: csv('Countess'), name: 'first.csv' });
    harness.clock.advance({ minutes: 1 });
    const second = await runImport(
      harness,
      client,
      { bytes: csv('Analyst'), name: 'second.csv' },
      { mode: 'upsert' },
    );
    harness.clock.advance({ minutes: 1 });
    await perform(harness, client, second.id, 'undo');

    const { body: list } = await client.get('/contacts');
    const { body } = await client.get(`/contacts/${list.items[0].id}/timeline`);
    const told = body.items.map(
      (item: { event: { type: string; data: Record<string, unknown> } }) => item.event,
    );
    expect(told).toMatchObject([
      {
        type: 'contact.updated',
        data: { importName: 'second.csv', changes: { jobTitle: { after: 'Countess' } } },
      },
      {
        type: 'contact.updated',
        data: { importName: 'second.csv', changes: { jobTitle: { before: 'Countess', after: 'Analyst' } } },
      },
      { type: 'contact.created', data: { importName: 'first.csv' } },
    ]);
    expect(harness.deadLetters).toEqual([]);
    // What an import did to many records is one event to everybody else.
    expect(harness.published.filter(({ type }) => type === 'contact.updated')).toEqual([]);
  });
});
