import { directoryTable } from '@vinculo/identity/directory/directory-table';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApiClient, signUpCompany, tokenMailedTo } from '../../support/api-client';
import { codeFor, enrolTotp } from '../../support/authenticator';
import { dumpTable } from '../../support/dump-table';
import { createHarness, type Harness } from '../../support/harness';
import { openRecorder } from './commands';

let harness: Harness;
let commandsOf: (work: () => Promise<unknown>) => Promise<string[]>;
let company: Awaited<ReturnType<typeof signUpCompany>>;
beforeAll(async () => {
  harness = await createHarness();
  const recorder = openRecorder(harness.table);
  commandsOf = async (work) => (await recorder.measure(work)).commands;
});
afterAll(() => harness.close());
beforeEach(async () => {
  company = await signUpCompany(harness);
});

const enrol = () => enrolTotp(harness, company.client, company.password);
const logIn = (client = createApiClient(), password = company.password) =>
  client.post('/login', { email: company.email, password });
const begin = async () => (await logIn()).body.challenge as string;
const finish = (challenge: string, code: string, client = createApiClient()) =>
  client.post('/login-steps/code', { challenge, code });

describe('one-time codes', () => {
  it('are asked for after the password, and until then there is no session', async () => {
    const { nextCode } = await enrol();
    const client = createApiClient();
    const first = await logIn(client);
    expect(first).toMatchObject({
      status: 202,
      body: { status: 'second_factor_required', methods: ['totp', 'recovery_code'] },
    });
    expect(first.headers.get('set-cookie')).toBeNull();
    expect((await client.get('/session')).status).toBe(401);

    const second = await finish(first.body.challenge, nextCode(), client);
    expect(second).toMatchObject({ status: 200, body: { user: { email: company.email } } });
    expect((await client.get('/session')).status).toBe(200);
  });

  it('count from the first confirmed one on, and not before', async () => {
    const { body } = await company.client.post('/second-factor/totp', { password: company.password });
    expect(body.uri).toMatch(/^otpauth:\/\/totp\/Vinculo:/);
    expect(body.uri).toContain(`secret=${body.secret}`);
    expect((await logIn()).status).toBe(200);
    const wrong = await company.client.post('/second-factor/totp/confirm', { code: '000000' });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ code: 'code.wrong' }] } });
    expect((await logIn()).status).toBe(200);
    harness.clock.advance({ minutes: 15 });
    const code = codeFor(body.secret, harness.clock.now());
    expect(await company.client.post('/second-factor/totp/confirm', { code })).toMatchObject({
      status: 409,
      body: { code: 'second_factor.no_enrolment' },
    });
  });

  it('need the password to be set up', async () => {
    const refused = await company.client.post('/second-factor/totp', { password: 'not the password' });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/password' }] } });
  });

  it.each([
    [-2, 401],
    [-1, 200],
    [0, 200],
    [1, 200],
    [2, 401],
  ])('are taken %i steps off with %i: a clock may be a step off', async (steps, status) => {
    const { secret } = await enrol();
    harness.clock.advance({ minutes: 5 });
    const code = codeFor(secret, harness.clock.now(), steps);
    expect((await finish(await begin(), code)).status).toBe(status);
  });

  it('work once: neither again, nor one of an earlier step, nor the one that turned them on (S8)', async () => {
    const { secret, code, nextCode } = await enrol();
    expect((await finish(await begin(), code)).body.code).toBe('login.code_invalid');
    const next = nextCode();
    expect((await finish(await begin(), next)).status).toBe(200);
    expect((await finish(await begin(), next)).status).toBe(401);
    const earlier = codeFor(secret, harness.clock.now(), -1);
    expect((await finish(await begin(), earlier)).status).toBe(401);
  });

  it('work once when they are given twice at the same moment (S8)', async () => {
    const { nextCode } = await enrol();
    const challenges = await Promise.all([begin(), begin(), begin(), begin()]);
    const code = nextCode();
    const answers = await Promise.all(challenges.map((challenge) => finish(challenge, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('are guessed at ever more slowly, and recovery codes still work when they are locked (S4)', async () => {
    const { recoveryCodes, nextCode } = await enrol();
    const challenge = await begin();
    const statuses: number[] = [];
    for (let count = 0; count < 6; count++) statuses.push((await finish(challenge, '000000')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await finish(challenge, nextCode())).status).toBe(200);

    await finish(await begin(), '000000');
    const attempts = { pk: `attempts#totp#${company.session.user.id}`, sk: 'attempts' };
    await directoryTable().transact([{ update: attempts, set: { failures: 99 }, if: 'present' }]);
    harness.clock.advance({ minutes: 16 });
    expect((await finish(await begin(), '000000')).status).toBe(401);
    harness.clock.advance({ days: 1 });
    expect((await finish(await begin(), nextCode())).body.code).toBe('second_factor.locked');
    expect((await finish(await begin(), recoveryCodes[0] ?? '')).status).toBe(200);
    expect((await finish(await begin(), nextCode())).status).toBe(200);
  });

  it('are counted one by one when guessed at the same moment (S4)', async () => {
    await enrol();
    const challenge = await begin();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, number) => finish(challenge, `${100_000 + number}`)),
    );
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  it('are told of to nobody who has not given the password (S3)', async () => {
    await enrol();
    const wrong = () => logIn(createApiClient(), 'not the password');
    const unknown = () =>
      createApiClient().post('/login', { email: 'nobody@nowhere.example', password: 'not the password' });
    await Promise.all([wrong(), unknown()]);
    const { requestId: _, ...known } = (await wrong()).body;
    const { requestId: __, ...other } = (await unknown()).body;
    expect(known).toEqual(other);
    expect(await commandsOf(wrong)).toEqual(await commandsOf(unknown));
  });

  it('stay on when the password is changed or reset (S6)', async () => {
    const { nextCode } = await enrol();
    const changed = 'another good password';
    await company.client.post('/password', { current: company.password, password: changed });
    expect((await logIn(createApiClient(), changed)).status).toBe(202);
    await createApiClient().post('/password/forgot', { email: company.email });
    await harness.drain();
    const token = await tokenMailedTo(harness, company.email, 'reset-password');
    await createApiClient().post('/password/reset', { token, password: company.password });
    expect((await finish(await begin(), nextCode())).status).toBe(200);
  });

  it('are turned off with the password and a code, and with less not', async () => {
    const { nextCode } = await enrol();
    const disable = (body: object) => company.client.post('/second-factor/totp/disable', body);
    const { password } = company;
    const pointers = [
      await disable({ password }),
      await disable({ password, code: '000000' }),
      await disable({ password: 'not the password', code: nextCode() }),
    ].map(({ body }) => body.errors[0].pointer);
    expect(pointers).toEqual(['/code', '/code', '/password']);
    expect((await disable({ password, code: nextCode() })).status).toBe(204);
    expect((await logIn()).status).toBe(200);
    expect((await company.client.get('/second-factor')).body).toEqual({
      hasPassword: true,
      totpSince: null,
      recoveryCodesLeft: 0,
      isRequired: false,
    });
  });
});

describe('the second step', () => {
  it('holds for ten minutes, for one session, and only for its own purpose (S8)', async () => {
    const { nextCode } = await enrol();
    const old = await begin();
    harness.clock.advance({ minutes: 10 });
    const refusal = { status: 401, body: { code: 'login.challenge_invalid' } };
    expect(await finish(old, nextCode())).toMatchObject(refusal);

    const used = await begin();
    expect((await finish(used, nextCode())).status).toBe(200);
    expect(await finish(used, nextCode())).toMatchObject(refusal);

    const other = await begin();
    expect(await createApiClient().post('/login-steps/enrolment', { challenge: other })).toMatchObject(
      refusal,
    );
    expect(await finish('made-up', nextCode())).toMatchObject(refusal);
  });

  it('ends with the password that it began with (S6)', async () => {
    const { nextCode } = await enrol();
    const challenge = await begin();
    await company.client.post('/password', { current: company.password, password: 'another good one' });
    expect((await finish(challenge, nextCode())).body.code).toBe('login.challenge_invalid');
  });
});

describe('recovery codes', () => {
  it('are ten, each works once, however it is typed (S8)', async () => {
    const { recoveryCodes } = await enrol();
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = '', second = ''] = recoveryCodes;
    expect((await finish(await begin(), first.toUpperCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await finish(await begin(), first)).status).toBe(401);
    const challenges = await Promise.all([begin(), begin(), begin()]);
    const answers = await Promise.all(challenges.map((challenge) => finish(challenge, second)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await company.client.get('/second-factor')).body.recoveryCodesLeft).toBe(8);
  });

  it('are replaced with the password and a code; older ones stop working', async () => {
    const { recoveryCodes, nextCode } = await enrol();
    const { password } = company;
    const renewed = await company.client.post('/second-factor/recovery-codes', {
      password,
      code: nextCode(),
    });
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    expect((await finish(await begin(), recoveryCodes[3] ?? '')).status).toBe(401);
    expect((await finish(await begin(), renewed.body.recoveryCodes[3])).status).toBe(200);
  });
});

describe('what is stored', () => {
  it('holds no seed, code, recovery code or challenge that could be used (S28)', async () => {
    const { secret, code, recoveryCodes } = await enrol();
    const challenge = await begin();
    await finish(challenge, recoveryCodes[0] ?? '');
    const pending = await company.client.post('/second-factor/recovery-codes', {
      password: company.password,
      code: recoveryCodes[1],
    });
    await harness.drain();
    const dump = JSON.stringify(await dumpTable(harness.table));
    expect(dump).not.toContain(`"${code}"`);
    for (const value of [secret, challenge, ...recoveryCodes, ...pending.body.recoveryCodes]) {
      expect(dump).not.toContain(value);
      expect(dump).not.toContain(value.replaceAll('-', ''));
    }
  });
});
