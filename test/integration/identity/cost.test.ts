import type { CapacityRecorder } from '@vinculo/platform/table/capacity-recorder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, createApiClient, signUpCompany } from '../../support/api-client';
import { enrolTotp } from '../../support/authenticator';
import { createHarness, type Harness } from '../../support/harness';
import { createKey, createKeyClient } from '../../support/key-client';
import { openRecorder } from './commands';

let harness: Harness;
let recorder: CapacityRecorder;
let program: Pick<ApiClient, 'get'>;
let company: Awaited<ReturnType<typeof signUpCompany>>;
beforeAll(async () => {
  harness = await createHarness();
  recorder = openRecorder(harness.table);
  company = await signUpCompany(harness);
  ({ program } = await createKey(company.client));
  await program.get('/tenant');
});
afterAll(() => harness.close());

const signUp = () =>
  createApiClient().post('/signup', {
    company: 'Cost',
    name: 'Cora',
    email: 'cora@example.com',
    password: 'correct horse battery staple',
    country: 'ES',
    locale: 'es',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    sampleData: false,
  });
const logIn = (password: string) => createApiClient().post('/login', { email: company.email, password });

/** As `docs/data-model.md` says. */
describe('what identity costs', () => {
  it.each([
    ['checking a session', () => company.client.get('/tenant'), 2, 3, 0],
    ['GET /session', () => company.client.get('/session'), 3, 4, 0],
    ['GET /users', () => company.client.get('/users'), 3, 4, 0],
    ['POST /signup', signUp, 2, 0, 15],
    ['POST /login', () => logIn(company.password), 9, 8, 14],
    ['POST /login with a wrong password', () => logIn('wrong'), 5, 6, 6],
    ['PATCH /session', () => company.client.call('PATCH', '/session', { name: 'Ada' }), 4, 4, 6],
    ['checking an API key', () => program.get('/tenant'), 2, 3, 0],
    ['checking one that cannot be', () => createKeyClient('vnc_x').get('/tenant'), 0, 0, 0],
    ['POST /api-keys', () => createKey(company.client), 4, 3, 14],
    ['POST /teams', () => company.client.post('/teams', { name: 'North' }), 4, 4, 6],
  ])('stays within its budget: %s', async (_, work, roundTrips, readUnits, writeUnits) => {
    const usage = await recorder.measure(work);
    expect(usage.roundTrips).toBe(roundTrips);
    expect(usage.readUnits).toBeLessThanOrEqual(readUnits);
    expect(usage.writeUnits).toBeLessThanOrEqual(writeUnits);
  });

  it('stays within its budget: the second step of a log-in', async () => {
    const { nextCode } = await enrolTotp(harness, company.client, company.password);
    const { challenge } = (await logIn(company.password)).body;
    const code = nextCode();
    const usage = await recorder.measure(() =>
      createApiClient().post('/login-steps/code', { challenge, code }),
    );
    expect(usage).toMatchObject({ roundTrips: 13, readUnits: 7, writeUnits: 18 });
  });
});
