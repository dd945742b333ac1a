import { createApp } from '@vinculo/functions/api/app';
import { guessMapping } from '@vinculo/records/imports/mapping/guess';
import { targetsOf } from '@vinculo/records/imports/mapping/targets';
import { refreshSearch } from '@vinculo/records/search/refresh';
import { createCatalogue } from '@vinculo/records/types/catalogue';
import type { RecordType } from '@vinculo/records/types/record-type';
import { catalogue } from '@vinculo/sales/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, createApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';

/** All that somebody writes who adds a record type: data and labels. */
const vehicleType: RecordType = {
  name: 'vehicle',
  plural: 'vehicles',
  idPrefix: 'veh',
  labels: { one: { en: 'Vehicle', es: 'Vehículo' }, many: { en: 'Vehicles', es: 'Vehículos' } },
  icon: 'car',
  color: 'lime',
  fields: {
    plate: {
      kind: 'text',
      labels: { en: 'Plate', es: 'Matrícula' },
      isRequired: true,
      inCard: true,
      maxLength: 12,
    },
    model: { kind: 'text', labels: { en: 'Model', es: 'Modelo' }, inCard: true },
    fuel: {
      kind: 'select',
      labels: { en: 'Fuel', es: 'Combustible' },
      options: [
        { value: 'electric', labels: { en: 'Electric', es: 'Eléctrico' } },
        { value: 'diesel', labels: { en: 'Diesel', es: 'Diésel' } },
      ],
      defaultValue: 'electric',
      inCard: true,
    },
    doors: { kind: 'integer', labels: { en: 'Doors', es: 'Puertas' }, min: 0, max: 10 },
    price: { kind: 'money', labels: { en: 'Price', es: 'Precio' } },
    registeredOn: { kind: 'date', labels: { en: 'Registered on', es: 'Matriculado el' } },
    accountId: { kind: 'reference', to: ['account'], labels: { en: 'Account', es: 'Cuenta' }, inCard: true },
  },
  title: ['model', 'plate'],
  subtitle: 'fuel',
  indexes: { sort: 'plate', by: ['accountId'], unique: ['plate'] },
  search: ['plate', 'model'],
  duplicates: [{ name: 'plate', fields: ['plate'] }],
  defaultColumns: ['plate', 'model', 'fuel', 'accountId'],
};

const six = createCatalogue([...catalogue.models, { type: vehicleType }]);
let harness: Harness;
let client: ApiClient;

beforeAll(async () => {
  harness = await createHarness();
  ({ client } = await signUpCompany(
    harness,
    {},
    createApiClient(createApp({ catalogue: six, rates: 'unmetered' })),
  ));
});
afterAll(() => harness.close());

/** Delivers the events so far to the consumer that keeps the search index, with the sixth type in its catalogue. */
async function index(): Promise<void> {
  await harness.drain();
  for (const event of harness.published.splice(0)) {
    await refreshSearch(harness.context(event.tenantId), six, event);
  }
}

describe('a sixth record type that is one file of data', () => {
  it('is created, read, changed, deleted and restored, with its history', async () => {
    const created = await client.post('/vehicles', { plate: '1234 ABC', model: 'Zoe', doors: 5 });
    expect(created).toMatchObject({ status: 201, body: { type: 'vehicle', fuel: 'electric', version: 1 } });
    const { id } = created.body;
    expect(id).toMatch(/^veh_/);
    expect(await client.patch(`/vehicles/${id}`, { fuel: 'diesel' }, 1)).toMatchObject({ status: 200 });
    expect((await client.delete(`/vehicles/${id}`, 2)).status).toBe(204);
    expect((await client.post(`/vehicles/${id}/restore`)).body).toMatchObject({ fuel: 'diesel', version: 4 });
    const types = (await client.get(`/vehicles/${id}/timeline`)).body.items.map(
      (item: { event: { type: string } }) => item.event.type,
    );
    expect(types).toEqual(['vehicle.restored', 'vehicle.deleted', 'vehicle.updated', 'vehicle.created']);
  });

  it('is validated, and unique where it says so', async () => {
    await client.post('/vehicles', { plate: 'UNIQUE 1' });
    expect(await client.post('/vehicles', { plate: 'unique 1' })).toMatchObject({
      status: 409,
      body: { code: 'record.not_unique', errors: [{ pointer: '/plate' }] },
    });
    const refused = await client.post('/vehicles', { doors: 40, wings: 2 });
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/doors',
      '/plate',
      '/wings',
    ]);
  });

  it('is listed by its indexes and searched, and warns of duplicates', async () => {
    const { body: account } = await client.post('/accounts', { name: 'Rent a Zoe' });
    const { body: zoe } = await client.post('/vehicles', {
      plate: '9876 XYZ',
      model: 'Mégane',
      accountId: account.id,
    });
    await index();
    const filter = encodeURIComponent(JSON.stringify([{ field: 'accountId', op: 'eq', value: account.id }]));
    expect((await client.get(`/vehicles?filter=${filter}&sort=-plate`)).body).toMatchObject({
      items: [{ id: zoe.id }],
      names: { [account.id]: 'Rent a Zoe' },
    });
    expect((await client.get('/search?q=megane')).body.items).toEqual([
      { id: zoe.id, type: 'vehicle', title: 'Mégane 9876 XYZ', subtitle: 'Electric' },
    ]);
    expect((await client.get('/vehicles?q=9876')).body.items).toMatchObject([{ id: zoe.id }]);
    const found = await client.post('/vehicles/duplicates', { values: { plate: '9876-xyz' } });
    expect(found.body.candidates).toMatchObject([{ id: zoe.id, matched: ['plate'] }]);
  });

  it('has its columns guessed by an import', () => {
    const rows = [
      ['1111 AAA', 'Zoe', 'Diesel', '2026-01-31'],
      ['2222 BBB', 'Twingo', 'Electric', '2025-12-01'],
    ];
    const columns = ['Matrícula', 'Modelo', 'Combustible', 'Matriculado el'];
    const guessed = guessMapping(vehicleType, [...targetsOf(vehicleType).values()], columns, rows);
    expect(guessed.map(({ field }) => field)).toEqual(['plate', 'model', 'fuel', 'registeredOn']);
  });

  it('is described in OpenAPI and metadata', async () => {
    const { body: document } = await client.get('/openapi.json');
    expect(Object.keys(document.paths['/vehicles'])).toEqual(['get', 'post']);
    expect(document.components.schemas.VehicleInput.required).toEqual(['plate']);
    const { body } = await client.get('/metadata');
    const vehicle = body.recordTypes.find(({ name }: { name: string }) => name === 'vehicle');
    expect(vehicle).toMatchObject({
      plural: 'vehicles',
      labels: { one: { en: 'Vehicle', es: 'Vehículo' } },
      title: ['model', 'plate'],
      indexes: { unique: ['plate'] },
      defaultColumns: ['plate', 'model', 'fuel', 'accountId'],
      fields: { plate: { kind: 'text', isRequired: true, isReadOnly: false } },
    });
  });

  it('takes saved views', async () => {
    const view = {
      type: 'vehicle',
      name: 'Diesel',
      columns: [{ field: 'plate' }],
      filter: [{ field: 'fuel', op: 'eq', value: 'diesel' }],
    };
    expect((await client.post('/views', view)).status).toBe(201);
    expect((await client.get('/views?type=vehicle')).body.items).toMatchObject([{ name: 'Diesel' }]);
  });
});
