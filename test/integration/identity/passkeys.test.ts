import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApiClient, createApiClient, signUpCompany } from '../../support/api-client';
import { enrolTotp } from '../../support/authenticator';
import { createHarness, type Harness } from '../../support/harness';
import { type CeremonyInput, createPasskey } from '../../support/passkey';
import { joinCompany } from './colleague';

let harness: Harness;
let company: Awaited<ReturnType<typeof signUpCompany>>;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());
beforeEach(async () => {
  company = await signUpCompany(harness);
});

type Passkey = ReturnType<typeof createPasskey>;

async function register(
  passkey: Passkey,
  name = 'Laptop',
  { client, password }: { client: ApiClient; password: string } = company,
) {
  const { body } = await client.post('/passkeys/options', { password });
  return client.post('/passkeys', { name, response: passkey.attest({ challenge: body.challenge }) });
}

const logIn = (client = createApiClient()) =>
  client.post('/login', { email: company.email, password: company.password });

/** The whole log-in, or the second step of one. */
async function use(passkey: Passkey, how: Partial<CeremonyInput> = {}, challenge?: string) {
  const client = createApiClient();
  const { body } = await client.post('/login-steps/passkey/options', { challenge });
  const response = passkey.assert({ challenge: body.challenge, ...how });
  return { ...(await client.post('/login-steps/passkey', { challenge, response })), client };
}

describe('passkeys', () => {
  it('log in by themselves, without a user name or a password', async () => {
    const passkey = createPasskey();
    expect((await register(passkey)).body.recoveryCodes).toHaveLength(10);
    const entered = await use(passkey);
    expect(entered).toMatchObject({ status: 200, body: { user: { email: company.email } } });
    expect((await entered.client.get('/session')).status).toBe(200);
    const options = await createApiClient().post('/login-steps/passkey/options', {});
    expect(options.body).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(options.body.allowCredentials ?? []).toEqual([]);
  });

  it('are a second factor: from the first one on a password alone opens nothing', async () => {
    const passkey = createPasskey();
    await register(passkey);
    const first = await logIn();
    expect(first).toMatchObject({ status: 202, body: { methods: ['passkey', 'recovery_code'] } });
    const { challenge } = first.body;
    const options = await createApiClient().post('/login-steps/passkey/options', { challenge });
    expect(options.body.allowCredentials).toMatchObject([{ id: passkey.id }]);
    expect((await use(passkey, { isVerified: false }, challenge)).status).toBe(200);
    expect((await use(passkey, {}, challenge)).body.code).toBe('login.challenge_invalid');
  });

  it('may be several with names, and are listed, renamed and removed with what proves the user', async () => {
    const { password, client } = company;
    const [laptop, phone] = [createPasskey(), createPasskey()];
    await register(laptop);
    harness.clock.advance({ seconds: 1 });
    expect((await register(phone, 'Phone')).body.recoveryCodes).toEqual([]);
    const { items } = (await client.get('/passkeys')).body;
    expect(items).toMatchObject([{ name: 'Laptop', lastUsedAt: null }, { name: 'Phone' }]);

    const [{ id }] = items;
    expect((await client.call('PATCH', `/passkeys/${id}`, { name: 'Old laptop' })).body.name).toBe(
      'Old laptop',
    );
    const remove = (proof: object) => client.post(`/passkeys/${id}/remove`, proof);
    expect((await remove({ password: 'not the password' })).status).toBe(422);
    expect((await remove({ password })).status).toBe(204);
    expect((await remove({ password })).status).toBe(404);
    expect(await use(laptop)).toMatchObject({ status: 401, body: { code: 'login.passkey_invalid' } });
    expect((await use(phone)).status).toBe(200);
  });

  it('leave the password alone again when the last one is removed, unless the company minds', async () => {
    const { password, client } = company;
    await register(createPasskey());
    const { id } = (await client.get('/passkeys')).body.items[0];
    const { version } = (await client.get('/tenant')).body;
    await client.patch('/tenant', { requiresSecondFactor: true }, version);
    const remove = () => client.post(`/passkeys/${id}/remove`, { password });
    expect((await remove()).body.code).toBe('second_factor.required');
    await client.patch('/tenant', { requiresSecondFactor: false }, version + 1);
    expect((await remove()).status).toBe(204);
    expect((await logIn()).status).toBe(200);
    expect((await client.get('/second-factor')).body.recoveryCodesLeft).toBe(0);
  });

  it('are removed with a code where there are one-time codes too', async () => {
    const { password, client } = company;
    const { nextCode } = await enrolTotp(harness, client, password);
    await register(createPasskey());
    const { id } = (await client.get('/passkeys')).body.items[0];
    expect((await client.post(`/passkeys/${id}/remove`, { password })).status).toBe(422);
    expect((await client.post(`/passkeys/${id}/remove`, { password, code: nextCode() })).status).toBe(204);
    expect((await logIn()).body.methods).toEqual(['totp', 'recovery_code']);
  });

  it.each<[string, Partial<CeremonyInput>]>([
    ['another site', { origin: 'https://vinculo.example' }],
    ['the host of another site', { host: 'vinculo.example' }],
    ['a challenge that we did not give', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['no finger, face or PIN', { isVerified: false }],
  ])('open nothing for %s (S8)', async (_, how) => {
    const passkey = createPasskey();
    await register(passkey);
    expect(await use(passkey, how)).toMatchObject({ status: 401, body: { code: 'login.passkey_invalid' } });
    expect((await use(passkey)).status).toBe(200);
  });

  it('open nothing for a signature of another key, a replayed or an old challenge (S8)', async () => {
    const passkey = createPasskey();
    await register(passkey);
    const begin = async () =>
      (await createApiClient().post('/login-steps/passkey/options', {})).body.challenge as string;
    const finish = (response: object) => createApiClient().post('/login-steps/passkey', { response });
    const challenge = await begin();
    const forged = createPasskey().assert({ challenge });
    expect((await finish({ ...forged, id: passkey.id, rawId: passkey.id })).status).toBe(401);

    const response = passkey.assert({ challenge: await begin() });
    const answers = await Promise.all([finish(response), finish(response), finish(response)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);

    const old = passkey.assert({ challenge: await begin() });
    harness.clock.advance({ minutes: 5 });
    expect((await finish(old)).status).toBe(401);
    const ofStep = await createApiClient().post('/login-steps/passkey/options', {
      challenge: (await logIn()).body.challenge,
    });
    expect((await finish(passkey.assert({ challenge: ofStep.body.challenge }))).status).toBe(401);
  });

  it('are refused when their counter goes back, as that of a copy does, and the audit log says so (S8, S28)', async () => {
    const passkey = createPasskey();
    await register(passkey);
    expect((await use(passkey, { counter: 7 })).status).toBe(200);
    for (const counter of [7, 6]) expect((await use(passkey, { counter })).status).toBe(401);
    expect((await use(passkey, { counter: 8 })).status).toBe(200);
    const { items } = (await company.client.get('/audit')).body;
    expect(items.filter(({ type }: { type: string }) => type === 'user.second_factor_failed')).toHaveLength(
      2,
    );
  });

  it('belong to who made them: not kept for another user, not used as their second step (S8, T1)', async () => {
    const passkey = createPasskey();
    const { body } = await company.client.post('/passkeys/options', { password: company.password });
    const other = await signUpCompany(harness);
    const response = passkey.attest({ challenge: body.challenge });
    expect((await other.client.post('/passkeys', { name: 'Stolen', response })).body.code).toBe(
      'passkey.invalid',
    );
    await register(passkey);
    expect((await register(passkey, 'Again', other)).body.code).toBe('passkey.invalid');
    await enrolTotp(harness, other.client, other.password);
    const step = await createApiClient().post('/login', { email: other.email, password: other.password });
    expect((await use(passkey, {}, step.body.challenge)).status).toBe(401);
    expect(await other.client.get('/passkeys')).toMatchObject({ body: { items: [] } });
  });

  it('end with a disabled user, and are taken away with the second factor (S6)', async () => {
    const colleague = await joinCompany(harness, company.client, 'sales_rep');
    const passkey = createPasskey();
    await register(passkey, 'Laptop', colleague);
    const setStatus = async (status: string) => {
      const { items } = (await company.client.get('/users')).body;
      const { version } = items.find(({ id }: { id: string }) => id === colleague.user.id);
      await company.client.patch(`/users/${colleague.user.id}`, { status }, version);
    };
    await setStatus('disabled');
    expect((await use(passkey)).status).toBe(401);
    await setStatus('active');
    expect((await use(passkey)).status).toBe(200);
    await company.client.delete(`/users/${colleague.user.id}/second-factor`);
    expect((await use(passkey)).status).toBe(401);
  });
});
