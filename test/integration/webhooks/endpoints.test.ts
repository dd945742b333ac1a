import { WEBHOOKS_OF_TENANT } from '@vinculo/integrations/webhooks/service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUpCompany } from '../../support/api-client';
import { dumpTable } from '../../support/dump-table';
import { createHarness, type Harness } from '../../support/harness';
import { createKey } from '../../support/key-client';
import { joinCompany } from '../identity/colleague';

let harness: Harness;
let company: Awaited<ReturnType<typeof signUpCompany>>;
beforeAll(async () => {
  harness = await createHarness({ isLocal: false });
  company = await signUpCompany(harness);
});
afterAll(() => harness.close());

const INPUT = {
  url: 'https://example.com/hooks',
  description: 'Billing',
  filters: [{ type: 'contact.*' }],
  roleId: 'analyst',
};
const create = (changes: object = {}) => company.client.post('/webhooks', { ...INPUT, ...changes });
async function made(changes: object = {}) {
  const { status, body } = await create(changes);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}
const remove = (webhook: { id: string; version: number }) =>
  company.client.delete(`/webhooks/${webhook.id}`, webhook.version);

describe('an endpoint', () => {
  it('is made with a secret that is shown once and stored sealed (S13, S17)', async () => {
    const webhook = await made();
    expect(webhook).toMatchObject({ ...INPUT, status: 'active', apiVersion: '2026-11-24', version: 1 });
    expect(webhook.secret).toMatch(/^whsec_/);
    const { body } = await company.client.get(`/webhooks/${webhook.id}`);
    expect(body).toEqual({ ...webhook, secret: undefined });
    const dump = JSON.stringify(await dumpTable(harness.table));
    expect(dump).not.toContain(webhook.secret);
    expect(dump).not.toContain(webhook.secret.slice('whsec_'.length));
    const audited = await company.client.get('/audit');
    expect(audited.body.items[0]).toMatchObject({ type: 'webhook.created', data: { after: INPUT } });
    expect(JSON.stringify(audited.body)).not.toMatch(/whsec_|"secret"/);
    await remove(webhook);
  });

  it.each([
    [{ url: 'http://example.com' }, '/url', 'url.not_https'],
    [{ url: 'http://localhost:4000' }, '/url', 'url.not_https'],
    [{ url: 'https://2130706433/' }, '/url', 'url.address'],
    [{ url: 'https://example.com:22' }, '/url', 'url.port'],
    [{ filters: [{ type: 'contact.exploded' }] }, '/filters/0/type', 'event.unknown'],
    [{ filters: [{ type: 'user.*' }] }, '/filters/0/type', 'event.unknown'],
    [{ filters: [{ type: 'contact.*', fields: ['nothing'] }] }, '/filters/0/fields/0', 'field.unknown'],
    [{ filters: [{ type: 'contact.deleted', fields: ['emails'] }] }, '/filters/0/fields/0', 'field.unknown'],
    [{ filters: [] }, '/filters', 'too_small'],
    [{ roleId: 'rol_none' }, '/roleId', 'reference.not_found'],
    [{ secret: 'whsec_mine' }, '/secret', 'unrecognized_keys'],
  ])('is refused with %j (S12, S18)', async (changes, pointer, code) => {
    expect(await create(changes)).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
  });

  it('cannot be sent more than whoever makes it may read (S9)', async () => {
    const role = {
      name: 'Integrator',
      home: 'sales',
      permissions: ['webhooks.manage'],
      types: { contact: { create: 'none', read: 'all', update: 'none', delete: 'none' } },
      fields: {},
    };
    const { body } = await company.client.post('/roles', role);
    const { client } = await joinCompany(harness, company.client, body.id);
    expect(await client.post('/webhooks', INPUT)).toMatchObject({
      status: 403,
      body: { code: 'role.beyond_own' },
    });
    const own = await client.post('/webhooks', { ...INPUT, roleId: body.id });
    expect(own.status).toBe(201);
    expect(await company.client.delete(`/roles/${body.id}`, 1)).toMatchObject({ status: 409 });
    await remove(own.body);
  });

  it('is changed under its version, and paused and resumed (D2)', async () => {
    const webhook = await made();
    const paused = await company.client.patch(`/webhooks/${webhook.id}`, { status: 'paused' }, 1);
    expect(paused).toMatchObject({ status: 200, body: { status: 'paused', version: 2 } });
    const stale = await company.client.patch(`/webhooks/${webhook.id}`, { description: 'x' }, 1);
    expect(stale).toMatchObject({ status: 412, body: { current: { version: 2 } } });
    expect(await company.client.call('PATCH', `/webhooks/${webhook.id}`, {})).toMatchObject({ status: 428 });
    const changes = { status: 'active', filters: [{ type: '*.created' }] };
    const active = await company.client.patch(`/webhooks/${webhook.id}`, changes, 2);
    expect(active.body).toMatchObject({ ...changes, version: 3 });
    await remove(active.body);
    expect((await company.client.get(`/webhooks/${webhook.id}`)).status).toBe(404);
  });

  it('gets another secret, with an overlap or at once (S17)', async () => {
    const webhook = await made();
    const rotate = (overlapHours: number) =>
      company.client.post(`/webhooks/${webhook.id}/rotate-secret`, { overlapHours });
    const { body: overlapping } = await rotate(1);
    expect(overlapping.secret).not.toBe(webhook.secret);
    expect(overlapping.previousSecretExpiresAt).toBe('2026-03-02T10:00:00.000Z');
    expect((await rotate(0)).body.previousSecretExpiresAt).toBeNull();
    expect(await rotate(1_000)).toMatchObject({ status: 422 });
    await remove({ ...webhook, version: 3 });
  });

  it('is one of as many as the plan allows, however many are made at once (S25)', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => create()));
    const kept = answers.filter(({ status }) => status === 201).map(({ body }) => body);
    expect(kept).toHaveLength(WEBHOOKS_OF_TENANT.trial);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => 'webhook.limit'));
    expect((await company.client.get('/webhooks')).body.items).toHaveLength(kept.length);
    for (const webhook of kept) expect((await remove(webhook)).status).toBe(204);
    await remove(await made());
  });

  it('may be made by a program with the permission, and by nobody without (S9)', async () => {
    const { program } = await createKey(company.client, { scopes: ['*:read', 'webhooks.manage'] });
    const created = await program.post('/webhooks', INPUT);
    expect(created.status).toBe(201);
    await remove(created.body);
    const { program: reader } = await createKey(company.client, { scopes: ['*:read'] });
    expect((await reader.get('/webhooks')).status).toBe(403);
  });

  it('can be of every event that is listed', async () => {
    const { body } = await company.client.get('/webhook-event-types');
    const types = body.items.map(({ type }: { type: string }) => type);
    expect(types).toEqual(expect.arrayContaining(['contact.updated', 'lead.converted', 'records.imported']));
    const filters = types.map((type: string) => ({ type }));
    await remove(await made({ filters }));
  });
});

describe('another tenant', () => {
  it('finds nothing of an endpoint and changes nothing (T3)', async () => {
    const { id } = await made();
    const { client } = await signUpCompany(harness);
    const before = (await dumpTable(harness.table)).filter(({ kind }) => kind === 'webhook');
    for (const [method, path, body] of [
      ['GET', `/webhooks/${id}`, undefined],
      ['PATCH', `/webhooks/${id}`, { status: 'paused' }],
      ['DELETE', `/webhooks/${id}`, undefined],
      ['POST', `/webhooks/${id}/rotate-secret`, {}],
    ] as const) {
      const answer = await client.call(method, path, body, { 'if-match': '"1"' });
      expect(answer, `${method} ${path}`).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    expect((await client.get('/webhooks')).body.items).toEqual([]);
    expect((await dumpTable(harness.table)).filter(({ kind }) => kind === 'webhook')).toEqual(before);
  });
});
