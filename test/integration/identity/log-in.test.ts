import { createApp } from '@vinculo/functions/api/app';
import { directoryTable } from '@vinculo/identity/directory/directory-table';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApiClient, signUpCompany, tokenMailedTo } from '../../support/api-client';
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

const logIn = (email: string, password: string) => createApiClient().post('/login', { email, password });
const wrong = () => logIn(company.email, 'not the password');

describe('POST /login', () => {
  it('answers an unknown address and a wrong password alike, after the same work (S3)', async () => {
    const unknown = 'nobody@nowhere.example';
    await logIn(unknown, 'not the password');
    await wrong();
    const answers = [await logIn(unknown, 'not the password'), await wrong()];
    const { requestId: _, ...first } = answers[0]?.body ?? {};
    const { requestId: __, ...second } = answers[1]?.body ?? {};
    expect(first).toEqual(second);
    expect(first).toMatchObject({ status: 401, code: 'login.invalid' });

    const work = await commandsOf(() => logIn(unknown, 'not the password'));
    expect(await commandsOf(wrong)).toEqual(work);
  });

  it('asks for a reset alike, known address or not (S3)', async () => {
    const ask = (email: string) => createApiClient().post('/password/forgot', { email });
    const work = await commandsOf(() => ask('nobody@nowhere.example'));
    expect(await commandsOf(() => ask(company.email))).toEqual(work);
    expect((await ask(company.email)).body).toEqual((await ask('nobody2@nowhere.example')).body);
  });

  it('sets a cookie that no script, no other site and no sub-domain gets (S14)', async () => {
    const { headers } = await logIn(company.email, company.password);
    const [session, device] = headers.getSetCookie();
    expect(session).toMatch(
      /^__Host-session=[\w-]{43}; Max-Age=5184000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(device).toMatch(
      /^__Host-device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('makes each further guess at an account wait longer, and forgets them after the right one (S4)', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 6; count++) statuses.push((await wrong()).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);

    const throttled = await logIn(company.email, company.password);
    expect(throttled).toMatchObject({ status: 429, body: { code: 'login.throttled' } });
    expect(throttled.headers.get('retry-after')).toBe('1');

    harness.clock.advance({ seconds: 1 });
    expect((await wrong()).status).toBe(401);
    harness.clock.advance({ seconds: 1 });
    expect((await wrong()).headers.get('retry-after')).toBe('1');
    harness.clock.advance({ seconds: 1 });
    expect((await logIn(company.email, company.password)).status).toBe(200);
    for (let count = 0; count < 5; count++) expect((await wrong()).status).toBe(401);
  });

  it('counts guesses made at the same moment one by one (S4)', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, wrong));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  it('locks after 100 failures in a row, and a reset through the mailbox opens again (S4)', async () => {
    await wrong();
    const attempts = { pk: `attempts#${company.email}`, sk: 'attempts' };
    await directoryTable().transact([{ update: attempts, set: { failures: 97 } }]);
    for (let count = 97; count < 100; count++) {
      harness.clock.advance({ minutes: 16 });
      expect((await wrong()).status).toBe(401);
    }
    harness.clock.advance({ days: 1 });
    expect(await logIn(company.email, company.password)).toMatchObject({
      status: 429,
      body: { code: 'login.locked' },
    });

    await createApiClient().post('/password/forgot', { email: company.email });
    await harness.drain();
    const token = await tokenMailedTo(harness, company.email, 'reset-password');
    const reset = await createApiClient().post('/password/reset', {
      token,
      password: 'a new and better one',
    });
    expect(reset.status).toBe(204);
    expect((await logIn(company.email, 'a new and better one')).status).toBe(200);
  });

  it('limits a network across all addresses (S4)', async () => {
    const app = createApp({ clientIp: () => '198.51.100.7' });
    const guess = (number: number) =>
      app.request('/api/v1/login', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: `guess${number}@example.com`, password: 'password1' }),
      });
    expect((await guess(0)).status).toBe(401);
    const windowStart = Math.floor(harness.clock.now().getTime() / 900_000) * 900;
    const counter = { pk: `limit#log-in#198.51.100.7#${windowStart}`, sk: 'limit' };
    await directoryTable().transact([{ update: counter, set: { count: 195 }, if: 'present' }]);

    const answers = await Promise.all(Array.from({ length: 10 }, (_, number) => guess(number + 1)));

    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    harness.clock.advance({ minutes: 15 });
    expect((await guess(1_000)).status).toBe(401);
  });
});
