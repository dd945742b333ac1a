import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApiClient, createApiClient, signUpCompany, tokenMailedTo } from '../../support/api-client';
import { codeFor, enrolTotp } from '../../support/authenticator';
import { createHarness, type Harness } from '../../support/harness';
import { createKey } from '../../support/key-client';
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

const logIn = ({ email, password }: { email: string; password: string }, client = createApiClient()) =>
  client.post('/login', { email, password });

async function requireFactor(isRequired = true) {
  const { version } = (await company.client.get('/tenant')).body;
  const changed = await company.client.patch('/tenant', { requiresSecondFactor: isRequired }, version);
  expect(changed.body.requiresSecondFactor).toBe(isRequired);
}

async function enrolWith(challenge: string, client: ApiClient) {
  const begun = await client.post('/login-steps/enrolment', { challenge });
  if (begun.status !== 200) return begun;
  const code = codeFor(begun.body.secret, harness.clock.now());
  return client.post('/login-steps/enrolment/confirm', { challenge, code });
}

describe('a company that wants everybody to have a second factor', () => {
  it('leads members without one to set it up at their next log-in, before there is a session', async () => {
    const colleague = await joinCompany(harness, company.client, 'sales_rep');
    await requireFactor();
    expect((await colleague.client.get('/session')).status).toBe(200);

    const client = createApiClient();
    const first = await logIn(colleague, client);
    expect(first).toMatchObject({ status: 202, body: { status: 'enrolment_required', methods: [] } });
    expect(first.headers.get('set-cookie')).toBeNull();
    const { challenge } = first.body;
    const skipped = await client.post('/login-steps/code', { challenge, code: '000000' });
    expect(skipped.body.code).toBe('login.challenge_invalid');

    const entered = await enrolWith(challenge, client);
    expect(entered.body.recoveryCodes).toHaveLength(10);
    expect(entered.body.session.user.email).toBe(colleague.email);
    expect((await client.get('/session')).status).toBe(200);
    expect((await enrolWith(challenge, createApiClient())).status).toBe(401);
    expect((await logIn(colleague)).body.status).toBe('second_factor_required');
  });

  it('leads the invited there too', async () => {
    await requireFactor();
    const email = 'invited@example.org';
    await company.client.post('/invitations', { email, roleId: 'analyst' });
    await harness.drain();
    const client = createApiClient();
    const accepted = await client.post('/invitations/accept', {
      token: await tokenMailedTo(harness, email, 'accept-invitation'),
      name: 'Ina',
      password: 'a good password of mine',
      locale: 'es',
    });
    expect(accepted).toMatchObject({ status: 202, body: { status: 'enrolment_required' } });
    expect((await client.get('/session')).status).toBe(401);
    expect((await enrolWith(accepted.body.challenge, client)).status).toBe(200);
  });

  it('leaves API keys as they are, which have no second factor to manage (S13)', async () => {
    const { program } = await createKey(company.client);
    await requireFactor();
    expect((await program.get('/tenant')).status).toBe(200);
    expect(await program.get('/second-factor')).toMatchObject({
      status: 403,
      body: { code: 'key.not_for_keys' },
    });
  });

  it('does not let the last one be turned off until it stops wanting it', async () => {
    const { nextCode } = await enrolTotp(harness, company.client, company.password);
    await requireFactor();
    const disable = () =>
      company.client.post('/second-factor/totp/disable', { password: company.password, code: nextCode() });
    expect(await disable()).toMatchObject({ status: 409, body: { code: 'second_factor.required' } });
    await requireFactor(false);
    expect((await disable()).status).toBe(204);
  });

  it('is made so only by who manages the company, and the audit log says so (S9, S28)', async () => {
    const { client } = await joinCompany(harness, company.client, 'sales_manager');
    const { version } = (await client.get('/tenant')).body;
    expect((await client.patch('/tenant', { requiresSecondFactor: true }, version)).status).toBe(403);
    await requireFactor();
    const { items } = (await company.client.get('/audit')).body;
    expect(items[0]).toMatchObject({
      type: 'tenant.updated',
      data: { changes: { requiresSecondFactor: { after: true } } },
    });
  });
});

describe('DELETE /users/{id}/second-factor', () => {
  const reset = (client: ApiClient, userId: string) => client.delete(`/users/${userId}/second-factor`);

  it('lets who lost theirs in again, ends their sessions and tells them (S6, S28)', async () => {
    const colleague = await joinCompany(harness, company.client, 'sales_rep');
    await enrolTotp(harness, colleague.client, colleague.password);
    const open = (await logIn(colleague)).body.challenge;
    expect((await reset(company.client, colleague.user.id)).status).toBe(204);

    expect((await colleague.client.get('/session')).status).toBe(401);
    const step = await createApiClient().post('/login-steps/code', { challenge: open, code: '000000' });
    expect(step.body.code).toBe('login.challenge_invalid');
    expect((await logIn(colleague)).status).toBe(200);
    await harness.drain();
    const mails = (await harness.mailbox.list()).filter(({ to }) => to === colleague.email);
    expect(mails.map(({ subject }) => subject)).toContain('Your second factor was reset');
    const { items } = (await company.client.get('/audit')).body;
    const entry = items.find(({ type }: { type: string }) => type === 'user.second_factor_reset');
    expect(entry).toMatchObject({
      actor: { id: company.session.user.id },
      subject: { id: colleague.user.id },
    });
  });

  it('is not for oneself, not for who has less rights, and finds nobody of another company (S9, T1)', async () => {
    const colleague = await joinCompany(harness, company.client, 'sales_rep');
    await enrolTotp(harness, colleague.client, colleague.password);
    expect((await reset(company.client, company.session.user.id)).body.code).toBe('second_factor.own');
    const manager = await joinCompany(harness, company.client, 'sales_manager');
    expect((await reset(manager.client, colleague.user.id)).status).toBe(403);
    const stranger = await signUpCompany(harness);
    expect((await reset(stranger.client, colleague.user.id)).status).toBe(404);
    expect((await logIn(colleague)).status).toBe(202);
  });
});

describe('changes of a second factor', () => {
  it('are told by mail, once each and in the language of the user, and audited (D5, S28)', async () => {
    await company.client.call('PATCH', '/session', { locale: 'es' });
    const { recoveryCodes, nextCode } = await enrolTotp(harness, company.client, company.password);
    const { challenge } = (await logIn(company)).body;
    await createApiClient().post('/login-steps/code', { challenge, code: 'not a code at all' });
    await createApiClient().post('/login-steps/code', { challenge, code: recoveryCodes[0] });
    const proof = () => ({ password: company.password, code: nextCode() });
    await company.client.post('/second-factor/recovery-codes', proof());
    await company.client.post('/second-factor/totp/disable', proof());
    await harness.drain({ seed: 1, duplicates: 1 });
    await harness.drain();

    const mails = (await harness.mailbox.list()).filter(
      ({ to, tags }) => to === company.email && tags.mail === 'second-factor',
    );
    expect(mails.map(({ subject }) => subject).toSorted()).toEqual([
      'Se ha usado un código de recuperación',
      'Se han desactivado los códigos de un solo uso',
      'Tu cuenta tiene ahora un segundo factor',
    ]);
    const { items } = (await company.client.get('/audit')).body;
    const types = items.map(({ type }: { type: string }) => type);
    for (const type of ['enabled', 'failed', 'disabled'])
      expect(types).toContain(`user.second_factor_${type}`);
    expect(types).toContain('user.recovery_code_used');
    expect(types).toContain('user.recovery_codes_renewed');
    const loggedIn = items.find(({ data }: { data: Record<string, string> }) => data.secondFactor);
    expect(loggedIn.data).toMatchObject({ means: 'password', secondFactor: 'recovery_code' });
    expect(JSON.stringify(items)).not.toContain(recoveryCodes[0]);
    expect(harness.deadLetters).toEqual([]);
  });
});
