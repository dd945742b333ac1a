import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';

let harness: Harness;
let client: ApiClient;
beforeAll(async () => {
  harness = await createHarness();
  ({ client } = await signUpCompany(harness));
});
afterAll(() => harness.close());

const put = (path: string, body: unknown) => client.call('PUT', path, body);

describe('pipeline routes', () => {
  it('list, create, change with an ETag, and delete', async () => {
    const listed = await client.get('/pipelines');
    expect(listed).toMatchObject({ status: 200, body: { items: [{ isDefault: true, version: 1 }] } });
    const draft = {
      name: 'Renewals',
      stages: [
        { id: '', name: 'Due', probability: 50, kind: 'open', rottingDays: 7 },
        { id: '', name: 'Renewed', probability: 100, kind: 'won' },
        { id: '', name: 'Cancelled', probability: 0, kind: 'lost' },
      ],
    };
    const created = await client.post('/pipelines', draft);
    expect(created).toMatchObject({ status: 201, body: { name: 'Renewals', isDefault: false, version: 1 } });
    const { id } = created.body;
    expect((await client.get(`/pipelines/${id}`)).headers.get('etag')).toBe('"1"');
    expect((await client.call('PATCH', `/pipelines/${id}`, { name: 'R' })).status).toBe(428);
    const changed = await client.patch(`/pipelines/${id}`, { isDefault: true }, 1);
    expect(changed).toMatchObject({ status: 200, body: { isDefault: true, version: 2 } });
    expect((await client.patch(`/pipelines/${listed.body.items[0].id}`, { isDefault: true }, 1)).status).toBe(
      200,
    );
    expect((await client.delete(`/pipelines/${id}`, 2)).status).toBe(204);
    expect((await client.get(`/pipelines/${id}`)).status).toBe(404);
  });

  it('name what is refused in a pipeline', async () => {
    const refused = await client.post('/pipelines', {
      name: '',
      stages: [
        { name: 'One', probability: 101, kind: 'open' },
        { name: 'one', probability: 1, kind: 'open' },
      ],
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
    const pointers = refused.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/name', '/stages/0/probability']));
  });

  it('read a board and a forecast', async () => {
    const [pipeline] = (await client.get('/pipelines')).body.items;
    await client.post('/opportunities', {
      name: 'Deal',
      amount: { amountMinor: 100_00, currency: 'EUR' },
      expectedCloseOn: '2026-03-31',
    });
    await harness.drain();
    const board = await client.get(`/pipelines/${pipeline.id}/board?perColumn=5`);
    expect(board).toMatchObject({ status: 200, body: { baseCurrency: 'EUR', columns: { length: 6 } } });
    expect(board.body.columns[0]).toMatchObject({ count: 1, items: [{ name: 'Deal', isRotting: false }] });
    const forecast = await client.get(`/pipelines/${pipeline.id}/forecast?from=2026-03&months=2`);
    expect(forecast.body).toMatchObject({
      currency: 'EUR',
      months: [
        { month: '2026-03', amountMinor: 100_00, weightedMinor: 10_00, count: 1 },
        { month: '2026-04' },
      ],
    });
    expect((await client.get(`/pipelines/${pipeline.id}/forecast?from=2026-13`)).status).toBe(422);
  });

  it('page a column by the list of opportunities, with the column’s own filter', async () => {
    const [pipeline] = (await client.get('/pipelines')).body.items;
    for (let n = 0; n < 5; n++) await client.post('/opportunities', { name: `Paged ${n}` });
    const board = await client.get(`/pipelines/${pipeline.id}/board?perColumn=2`);
    const { filter, nextCursor, items, count } = board.body.columns[0];
    const query = new URLSearchParams({ filter: JSON.stringify(filter), cursor: nextCursor });
    const rest = await client.get(`/opportunities?${query}`);
    expect(rest.status).toBe(200);
    expect(count).toBe(6);
    const ids = [...items, ...rest.body.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(6);
  });
});

describe('stage history', () => {
  it('tells how long an opportunity was in each stage', async () => {
    const [{ stages }] = (await client.get('/pipelines')).body.items;
    const { body: deal } = await client.post('/opportunities', { name: 'Moving' });
    harness.clock.advance({ hours: 2 });
    await client.patch(`/opportunities/${deal.id}`, { stageId: stages[1].id }, 1);
    await client.patch(`/opportunities/${deal.id}`, { name: 'Moved' }, 2);
    harness.clock.advance({ minutes: 5 });
    await client.patch(`/opportunities/${deal.id}`, { stageId: stages[2].id }, 3);
    harness.clock.advance({ minutes: 1 });
    const history = await client.get(`/opportunities/${deal.id}/stages`);
    expect(history.body.items).toMatchObject([
      { stageId: stages[0].id, ms: 7_200_000 },
      { stageId: stages[1].id, ms: 300_000 },
      { stageId: stages[2].id, ms: 60_000 },
    ]);
    expect(history.body.items[2]).not.toHaveProperty('leftAt');
    await harness.drain();
    const moves = harness.published.filter(({ type }) => type === 'opportunity.stage_changed');
    expect(moves.find(({ data }) => data.to === stages[2].id)?.data).toMatchObject({
      from: stages[1].id,
      msInPreviousStage: 300_000,
    });
  });
});

describe('currency rates', () => {
  it('are set by day, listed with their base, and forgotten with null', async () => {
    const items = [
      { currency: 'USD', date: '2026-01-01', rate: '0.91' },
      { currency: 'USD', date: '2026-02-01', rate: '0.92' },
    ];
    expect(await put('/currency-rates', { items })).toMatchObject({ status: 200, body: { base: 'EUR' } });
    const listed = await client.get('/currency-rates?currency=USD');
    expect(listed.body).toEqual({ items: [items[1], items[0]], nextCursor: null, base: 'EUR' });
    const forgotten = await put('/currency-rates', { items: [{ ...items[1], rate: null }] });
    expect(forgotten.body.items).toEqual([items[0]]);
  });

  it('page, and refuse a cursor of another list (P5)', async () => {
    const day = (n: number) => ({ currency: 'GBP', date: `2026-01-0${n}`, rate: '1.1' });
    await put('/currency-rates', { items: [1, 2, 3].map(day) });
    const first = await client.get('/currency-rates?currency=GBP&limit=2');
    expect(first.body.items).toEqual([day(3), day(2)]);
    const cursor = encodeURIComponent(first.body.nextCursor);
    const second = await client.get(`/currency-rates?currency=GBP&limit=2&cursor=${cursor}`);
    expect(second.body).toMatchObject({ items: [day(1)], nextCursor: null });
    expect((await client.get(`/currency-rates?currency=USD&cursor=${cursor}`)).status).toBe(400);
  });

  it.each([
    [{ currency: 'EUR', date: '2026-01-01', rate: '1' }, 'rate.base_currency'],
    [{ currency: 'ZZZ', date: '2026-01-01', rate: '1' }, 'currency.unknown'],
    [{ currency: 'USD', date: '2026-01-01', rate: '0.000' }, 'too_small'],
    [{ currency: 'USD', date: '2026-02-30', rate: '1' }, 'invalid_format'],
  ])('refuse %j', async (item, code) => {
    const refused = await put('/currency-rates', { items: [item] });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code }] } });
  });
});

describe('lost reasons', () => {
  it('are there from the beginning, and replaced as a list', async () => {
    const listed = await client.get('/lost-reasons');
    expect(listed.body.items[0]).toEqual({ id: 'lsr_price', name: 'Price' });
    const items = [
      { ...listed.body.items[0], isArchived: true },
      { id: '', name: 'Moved away' },
    ];
    const saved = await put('/lost-reasons', { items });
    expect(saved.body.items).toMatchObject([{ isArchived: true }, { name: 'Moved away' }]);
    expect((await client.get('/lost-reasons')).body).toEqual(saved.body);
    const twice = await put('/lost-reasons', { items: [{ name: 'A' }, { name: 'a' }] });
    expect(twice).toMatchObject({ status: 422, body: { errors: [{ pointer: '/items/1/name' }] } });
  });
});
