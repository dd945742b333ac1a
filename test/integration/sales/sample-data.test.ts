import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { dumpTable } from '../../support/dump-table';
import { createHarness, type Harness } from '../../support/harness';

// Each loads and removes over a hundred records, with everything that consumers do for them.
vi.setConfig({ testTimeout: 180_000 });

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());

const PLURALS = ['accounts', 'contacts', 'leads', 'opportunities', 'activities'];
const FULL = { accounts: 12, contacts: 25, leads: 15, opportunities: 18, activities: 40 };
const EMPTY = { accounts: 0, contacts: 0, leads: 0, opportunities: 0, activities: 0 };

async function counts(client: ApiClient): Promise<Record<string, number>> {
  const pages = await Promise.all(PLURALS.map((plural) => client.get(`/${plural}?limit=200`)));
  return Object.fromEntries(PLURALS.map((plural, n) => [plural, pages[n]?.body.items.length]));
}

describe('sample data', () => {
  it('is there after sign-up, in the tenant’s language, with a past and a forecast', async () => {
    const { client, session } = await signUpCompany(harness, { sampleData: true, locale: 'es' });
    expect(await counts(client)).toEqual(FULL);
    const { body: accounts } = await client.get('/accounts?limit=200');
    const roble = accounts.items.find(({ name }: { name: string }) => name === 'Muebles Roble y Sal');
    expect(roble.ownerId).toBe(session.user.id);
    expect((await client.get(`/accounts/${roble.id}`)).body.isSample).toBe(true);

    const [pipeline] = (await client.get('/pipelines')).body.items;
    const board = await client.get(`/pipelines/${pipeline.id}/board`);
    const perStage = board.body.columns.map(({ count }: { count: number }) => count);
    expect(perStage).toEqual([3, 4, 3, 2, 4, 2]);
    expect(
      board.body.columns.some(({ items }: { items: Array<{ isRotting: boolean }> }) =>
        items.some((card) => card.isRotting),
      ),
    ).toBe(true);
    const forecast = await client.get(`/pipelines/${pipeline.id}/forecast?from=2025-12&months=8`);
    expect(forecast.body.unconverted).toEqual([]);
    const won = forecast.body.months.filter(({ wonMinor }: { wonMinor: number }) => wonMinor > 0);
    expect(won.length).toBeGreaterThan(1);

    const [deal] = board.body.columns[4].items;
    const history = await client.get(`/opportunities/${deal.id}/stages`);
    expect(history.body.items.length).toBeGreaterThan(2);
    expect(harness.deadLetters).toEqual([]);
  });

  it('is not there for a tenant that wanted none', async () => {
    const { client } = await signUpCompany(harness);
    expect(await counts(client)).toEqual(EMPTY);
  });

  it('is loaded once and thrown away whole, under any repetition and order, and comes back when asked for (D5)', async () => {
    const { client } = await signUpCompany(harness);
    const { body: own } = await client.post('/accounts', { name: 'Ours' });
    await client.post('/tenant/sample-data', {});
    await harness.drain({ seed: 4, duplicates: 0.6 });
    expect(await counts(client)).toEqual({ ...FULL, accounts: 13 });

    await client.delete('/tenant/sample-data');
    await client.post('/tenant/sample-data', {});
    await client.delete('/tenant/sample-data');
    await harness.drain({ seed: 9, duplicates: 0.6 });
    expect(await counts(client)).toEqual({ ...EMPTY, accounts: 1 });
    expect((await client.get(`/accounts/${own.id}`)).status).toBe(200);
    expect((await client.get('/currency-rates')).body.items).toEqual([]);

    await client.post('/tenant/sample-data', {});
    await harness.drain({ seed: 5, duplicates: 0.6 });
    expect(await counts(client)).toEqual({ ...FULL, accounts: 13 });
    expect(harness.deadLetters).toEqual([]);
  });

  it('keeps the rates that a tenant has set itself', async () => {
    const { client } = await signUpCompany(harness);
    const real = { currency: 'USD', date: '2026-01-15', rate: '0.87' };
    await client.call('PUT', '/currency-rates', { items: [real] });
    await client.post('/tenant/sample-data', {});
    await harness.drain();
    expect((await client.get('/currency-rates?currency=USD')).body.items).toEqual([real]);
    expect((await client.get('/currency-rates?currency=GBP')).body.items).toHaveLength(3);
    await client.delete('/tenant/sample-data');
    await harness.drain();
    expect((await client.get('/currency-rates')).body.items).toEqual([real]);
  });
});

describe('load-sample-data', () => {
  it('changes nothing when its event comes again long after (D5)', async () => {
    const { client } = await signUpCompany(harness, { sampleData: true });
    await client.delete('/tenant/sample-data');
    await harness.drain();
    const event = harness.published.findLast(({ type }) => type === 'tenant.activated');
    const before = await dumpTable(harness.table);
    await deliverAgain(event);
    expect(await dumpTable(harness.table)).toHaveLength(before.length);
    expect(await counts(client)).toEqual(EMPTY);
  });
});

async function deliverAgain(event: DomainEvent | undefined): Promise<void> {
  const { handler } = await import('@vinculo/functions/events/load-sample-data');
  const record = { messageId: '1', eventSource: 'aws:sqs', body: JSON.stringify({ detail: event }) };
  const answer = await handler({ Records: [record] } as never, {} as never);
  expect(answer).toEqual({ batchItemFailures: [] });
}
