import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApiClient, signUpCompany, tokenMailedTo } from '../../support/api-client';
import { dumpTable } from '../../support/dump-table';
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

const NEW = 'a wholly new password';
const forgot = () => createApiClient().post('/password/forgot', { email: company.email });
const reset = (token: string, password = NEW) =>
  createApiClient().post('/password/reset', { token, password });
const logIn = (password: string) => createApiClient().post('/login', { email: company.email, password });

async function askForReset(): Promise<string> {
  await forgot();
  await harness.drain();
  return tokenMailedTo(harness, company.email, 'reset-password');
}

describe('password reset', () => {
  it('sets a new password through the mailed link, once, and tells the user by mail', async () => {
    const token = await askForReset();
    expect((await reset(token)).status).toBe(204);
    expect((await logIn(company.password)).status).toBe(401);
    expect((await logIn(NEW)).status).toBe(200);
    expect(await reset(token, 'yet another password')).toMatchObject({
      status: 422,
      body: { code: 'link.invalid' },
    });
    harness.clock.advance({ seconds: 1 });
    await harness.drain();
    const mails = (await harness.mailbox.list()).filter(({ to }) => to === company.email);
    // The log-in from a new device is told in the same moment.
    expect(mails.map(({ subject }) => subject)).toContain('Your password was changed');
  });

  it('lets a link work for one of two who use it at the same moment', async () => {
    const token = await askForReset();
    const answers = await Promise.all([reset(token, 'password of one'), reset(token, 'password of two')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, expect.any(Number)]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it('lets only the newest link work, for an hour', async () => {
    const first = await askForReset();
    harness.clock.advance({ seconds: 1 });
    const second = await askForReset();
    expect((await reset(first)).status).toBe(422);
    harness.clock.advance({ minutes: 60 });
    expect((await reset(second)).status).toBe(422);
  });

  it('keeps the link when the new password is refused', async () => {
    const token = await askForReset();
    expect(await reset(token, 'password1')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/password', code: 'password.common' }] },
    });
    expect((await reset(token)).status).toBe(204);
  });

  it('mails three times an hour at most, and never says so (S3)', async () => {
    for (let count = 0; count < 5; count++) expect((await forgot()).status).toBe(202);
    await harness.drain();
    const mails = (await harness.mailbox.list()).filter(
      ({ to, subject }) => to === company.email && subject === 'Set a new password',
    );
    expect(mails).toHaveLength(3);
  });

  it('does not take a link of another kind', async () => {
    const invitee = 'invited@example.com';
    await company.client.post('/invitations', { email: invitee, roleId: 'sales_rep' });
    await harness.drain();
    const token = await tokenMailedTo(harness, invitee, 'accept-invitation');
    expect((await reset(token)).status).toBe(422);
    expect((await createApiClient().post('/verify', { token })).status).toBe(422);
    await company.client.get('/invitations').then(async ({ body }) => {
      for (const { id } of body.items) await company.client.delete(`/invitations/${id}`);
    });
  });
});

describe('POST /password', () => {
  it('needs the current password, guesses at which are slowed like log-ins (S4)', async () => {
    const guess = () => company.client.post('/password', { current: 'a guess', password: NEW });
    expect(await guess()).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/current', code: 'password.wrong' }] },
    });
    for (let count = 0; count < 4; count++) await guess();
    expect(await guess()).toMatchObject({ status: 429, body: { code: 'login.throttled' } });
  });

  it('looks at every character of a long password (S2)', async () => {
    const long = `${'long and longer '.repeat(7)}end`;
    await company.client.post('/password', { current: company.password, password: long });
    expect((await logIn(`${long.slice(0, -1)}D`)).status).toBe(401);
    expect((await logIn(long)).status).toBe(200);
  });
});

describe('stored passwords', () => {
  it('are made anew at log-in when their parameters are weaker than today’s (S1)', async () => {
    const credential = (await dumpTable(harness.table)).find(
      ({ kind, pk }) => kind === 'credential' && pk.includes(company.session.user.id),
    );
    if (!credential) throw new Error('no credential');
    // 'correct horse battery staple' at 4 MiB and one pass.
    const weak =
      '$argon2id$v=19$m=4096,t=1,p=1$h1oS0mq1AmGa3KFHEJ4XTw$IuLtEBaBxDhjyCnw90/qvPG+y6WD5+nWen7oUhGcSWU';
    const ctx = harness.context(company.session.tenant.id);
    const key = { pk: company.session.user.id, sk: 'credential' };
    await ctx.table.transact([{ update: key, set: { passwordHash: weak } }]);

    expect((await logIn(company.password)).status).toBe(200);

    const renewed = await ctx.table.get(key);
    expect(renewed?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await logIn(company.password)).status).toBe(200);
  });
});
