import { newKeySecret } from '@vinculo/identity/api-keys/secret';
import type { CapacityRecorder } from '@vinculo/platform/table/capacity-recorder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
import { createKey, createKeyClient } from '../../support/key-client';
import { openRecorder } from './commands';

let harness: Harness;
let recorder: CapacityRecorder;
let company: Awaited<ReturnType<typeof signUpCompany>>;
beforeAll(async () => {
  harness = await createHarness();
  recorder = openRecorder(harness.table);
  company = await signUpCompany(harness);
});
afterAll(() => harness.close());

describe('a request with an API key', () => {
  it('acts as the key, without a cookie, an origin or a header against forgery (S13, S14)', async () => {
    const { key, program } = await createKey(company.client);
    const { status, body } = await program.post('/accounts', { name: 'Engines' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ createdBy: key.id, updatedBy: key.id });
    expect(body.ownerId).toBeUndefined();
  });

  it('takes no notice of a cookie that comes with it (S13)', async () => {
    const { program } = await createKey(company.client, { roleId: 'read_only' });
    const other = await signUpCompany(harness);
    const cookie = (
      await other.client.post('/login', { email: other.email, password: other.password })
    ).headers
      .get('set-cookie')
      ?.split(';')[0];
    const headers = { cookie: cookie ?? '' };
    expect((await program.call('GET', '/tenant', undefined, headers)).body.id).toBe(
      company.session.tenant.id,
    );
    expect((await program.call('POST', '/teams', { name: 'North' }, headers)).status).toBe(403);
    const broken = await createKeyClient('vnc_broken').call('GET', '/tenant', undefined, headers);
    expect(broken).toMatchObject({ status: 401, body: { code: 'key.malformed' } });
  });

  it('is refused without a read when the key cannot be one (S13)', async () => {
    const { key } = await createKey(company.client);
    const secret: string = key.secret;
    const typo = secret.slice(0, 10) + (secret[10] === 'x' ? 'y' : 'x') + secret.slice(11);
    for (const wrong of [typo, secret.slice(0, -1), `${secret}0`, secret.toUpperCase(), 'x', '']) {
      const usage = await recorder.measure(async () => {
        const answer = await createKeyClient(wrong).get('/tenant');
        expect(answer, wrong).toMatchObject({ status: 401, body: { code: 'key.malformed' } });
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      });
      expect(usage.roundTrips, wrong).toBe(0);
    }
    const invented = await createKeyClient(newKeySecret()).get('/tenant');
    expect(invented).toMatchObject({ status: 401, body: { code: 'key.invalid' } });
  });

  it('is told by the key’s name in timeline and audit log, also once the key is gone (S28)', async () => {
    const { key, program } = await createKey(company.client, { name: 'ERP bridge' });
    const { body: contact } = await program.post('/contacts', { lastName: 'Byron' });
    await program.post('/activities', { kind: 'note', subject: 'Paid', regardingId: contact.id });
    await program.call('DELETE', `/contacts/${contact.id}`, undefined, { 'if-match': '"1"' });
    await program.post(`/contacts/${contact.id}/restore`);
    const { body } = await company.client.get(`/contacts/${contact.id}/timeline`);
    expect(body.items.map(({ actor }: { actor: unknown }) => actor)).toEqual(
      Array(4).fill({ kind: 'api_key', id: key.id }),
    );
    expect(body.names[key.id]).toBe('ERP bridge');
    expect((await company.client.get(`/contacts/${contact.id}`)).body.names).toMatchObject({
      [key.id]: 'ERP bridge',
    });
    const audit = (await company.client.get('/audit?limit=5')).body;
    expect(audit.items[0]).toMatchObject({
      type: 'contact.deleted',
      actor: { kind: 'api_key', id: key.id },
    });
    expect(audit.names[key.id]).toBe('ERP bridge');
  });

  it('tells a person by the key’s name of a record that it made theirs', async () => {
    const { program } = await createKey(company.client, { name: 'Web form' });
    const ownerId = company.session.user.id;
    await program.post('/contacts', { lastName: 'Byron', ownerId });
    await harness.drain();
    const [newest] = (await company.client.get('/notifications')).body.items;
    expect(newest).toMatchObject({ kind: 'record.assigned', title: expect.stringContaining('Web form') });
  });

  it('may not do what is for people, and the refusal is in the audit log (S9, S28)', async () => {
    const { key, program } = await createKey(company.client);
    for (const [method, path] of [
      ['GET', '/session'],
      ['POST', '/logout'],
      ['POST', '/password'],
      ['GET', '/notifications'],
      ['POST', '/api-keys'],
    ] as const) {
      const answer = await program.call(method, path, method === 'GET' ? undefined : {});
      expect(answer, path).toMatchObject({ status: 403, body: { code: 'key.not_for_keys' } });
    }
    const [newest] = (await company.client.get('/audit?limit=1')).body.items;
    expect(newest).toMatchObject({
      type: 'api_key.denied',
      actor: { kind: 'api_key', id: key.id },
      subject: { type: 'api_key', id: key.id },
      data: { method: 'POST', route: '/api/v1/api-keys', code: 'key.not_for_keys' },
    });
  });

  it('is answered in the version that its key was made for', async () => {
    const { key, program } = await createKey(company.client);
    const answer = await program.get('/tenant');
    expect(answer.headers.get('vinculo-version')).toBe(key.apiVersion);
    const patched = await company.client.patch(`/api-keys/${key.id}`, { apiVersion: '2020-01-01' }, 1);
    expect(patched).toMatchObject({ status: 422, body: { errors: [{ pointer: '/apiVersion' }] } });
  });
});
