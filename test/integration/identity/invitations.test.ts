import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApiClient, signUpCompany, tokenMailedTo } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';

let harness: Harness;
let company: Awaited<ReturnType<typeof signUpCompany>>;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());
beforeEach(async () => {
  company = await signUpCompany(harness);
  harness.clock.advance({ seconds: 1 });
});

let people = 0;
const anAddress = () => `guest${++people}@example.net`;

async function invite(email: string, input: Record<string, unknown> = {}) {
  const sent = await company.client.post('/invitations', { email, roleId: 'sales_rep', ...input });
  await harness.drain();
  return sent;
}

const accept = (token: string, changes: Record<string, unknown> = {}) =>
  createApiClient().post('/invitations/accept', {
    token,
    name: 'Gus Guest',
    password: 'a good password of mine',
    locale: 'es',
    ...changes,
  });
const lookUp = (token: string) => createApiClient().get(`/invitations/lookup?token=${token}`);

describe('invitations', () => {
  it('lead a colleague from a mail to a session with the given role and team', async () => {
    const email = anAddress();
    const { body: team } = await company.client.post('/teams', { name: 'South' });
    const sent = await invite(email, { teamIds: [team.id], message: 'Welcome aboard!' });
    expect(sent).toMatchObject({ status: 201, body: { email, roleId: 'sales_rep', teamIds: [team.id] } });

    const mail = (await harness.mailbox.list()).find(({ to }) => to === email);
    expect(mail?.subject).toBe('Ada Admin invites you to Acme Test on Vinculo');
    expect(mail?.text).toContain('Ada Admin writes: “Welcome aboard!”');
    const token = await tokenMailedTo(harness, email, 'accept-invitation');
    expect((await lookUp(token)).body).toEqual({ company: 'Acme Test', email, inviter: 'Ada Admin' });

    const accepted = await accept(token);
    expect(accepted).toMatchObject({
      status: 200,
      body: {
        user: { name: 'Gus Guest', email, locale: 'es', roleId: 'sales_rep', teamIds: [team.id] },
        tenant: { id: company.session.tenant.id },
        roleName: 'Representante de ventas',
      },
    });
    expect((await company.client.get('/invitations')).body.items).toEqual([]);
    const logIn = { email, password: 'a good password of mine' };
    expect((await createApiClient().post('/login', logIn)).status).toBe(200);
  });

  it('work once', async () => {
    const email = anAddress();
    await invite(email);
    const token = await tokenMailedTo(harness, email, 'accept-invitation');
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await accept(token)).status).toBe(422);
    expect((await lookUp(token)).body.code).toBe('link.invalid');
  });

  it('stop working when taken back, and free the address', async () => {
    const email = anAddress();
    const { body } = await invite(email);
    const token = await tokenMailedTo(harness, email, 'accept-invitation');
    expect((await company.client.delete(`/invitations/${body.id}`)).status).toBe(204);
    expect((await accept(token)).status).toBe(422);
    expect((await company.client.get('/users')).body.items).toHaveLength(1);
    expect((await company.client.delete(`/invitations/${body.id}`)).status).toBe(404);
    expect((await invite(email)).status).toBe(201);
  });

  it('run out after 7 days and can be sent again with a new link', async () => {
    const email = anAddress();
    const { body } = await invite(email);
    const old = await tokenMailedTo(harness, email, 'accept-invitation');
    harness.clock.advance({ days: 7 });
    expect((await accept(old)).status).toBe(422);
    expect((await company.client.post(`/invitations/${body.id}/resend`)).status).toBe(202);
    await harness.drain();
    const fresh = await tokenMailedTo(harness, email, 'accept-invitation');
    expect(fresh).not.toBe(old);
    expect((await accept(old)).status).toBe(422);
    expect((await accept(fresh)).status).toBe(200);
  });

  it('are refused for a colleague’s address, invited or not', async () => {
    const email = anAddress();
    const answers = await Promise.all([invite(email), invite(email), invite(company.email)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'user.email_taken',
      errors: [{ pointer: '/email' }],
    });
  });

  it('tell only the owner of an address that it has an account in another company (S3)', async () => {
    const elsewhere = await signUpCompany(harness);
    const sent = await invite(elsewhere.email);
    expect(sent.status).toBe(201);
    const token = await tokenMailedTo(harness, elsewhere.email, 'accept-invitation');
    expect(await accept(token)).toMatchObject({ status: 409, body: { code: 'invitation.email_taken' } });
    const logIn = { email: elsewhere.email, password: elsewhere.password };
    expect((await createApiClient().post('/login', logIn)).body.tenant.id).toBe(elsewhere.session.tenant.id);
  });

  it('hold the password to the same rules (S2)', async () => {
    const email = anAddress();
    await invite(email);
    const token = await tokenMailedTo(harness, email, 'accept-invitation');
    expect((await accept(token, { password: 'acme-acme-acme' })).body.errors).toMatchObject([
      { pointer: '/password', code: 'password.company_word' },
    ]);
    expect((await accept(token, { password: email })).body.errors).toMatchObject([
      { pointer: '/password', code: 'password.email_word' },
    ]);
    expect((await accept(token)).status).toBe(200);
  });

  it.each([
    [{ email: 'no address' }, '/email'],
    [{ roleId: 'emperor' }, '/roleId'],
    [{ teamIds: ['tea_none'] }, '/teamIds'],
    [{ message: 'See www.evil.example' }, '/message'],
    [{ message: 'x'.repeat(501) }, '/message'],
    [{ userId: 'usr_1' }, '/userId'],
    [{ status: 'active' }, '/status'],
  ])('refuse %j at %s (S12, S25)', async (changes, pointer) => {
    const refused = await invite(anAddress(), changes);
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].pointer).toBe(pointer);
  });

  it('are a hundred a day at most (S25)', async () => {
    for (let count = 0; count < 100; count++)
      await company.client.post('/invitations', { email: anAddress(), roleId: 'analyst' });
    expect(
      await company.client.post('/invitations', { email: anAddress(), roleId: 'analyst' }),
    ).toMatchObject({
      status: 429,
      body: { code: 'invitation.throttled' },
    });
    expect((await company.client.get('/invitations')).body.items).toHaveLength(100);
  });
});
