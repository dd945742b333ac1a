import { operate, UsageError } from '@vinculo/functions/operator/operate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
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

const mailsTo = async (email: string) => (await harness.mailbox.list()).filter(({ to }) => to === email);
const logInAgain = async () => {
  const client = createApiClient();
  const answer = await client.post('/login', { email: company.email, password: company.password });
  return { client, answer };
};

describe('the trial', () => {
  it('shows the days that are left', async () => {
    harness.clock.advance({ days: 10, hours: 1 });
    expect((await company.client.get('/tenant')).body).toMatchObject({
      trialDaysLeft: 20,
      isReadOnly: false,
    });
  });

  it('makes the tenant read-only at its end: reads, log-in, log-out and one’s own settings go on', async () => {
    harness.clock.advance({ days: 30 });
    const { client, answer } = await logInAgain();
    expect(answer.body.tenant).toMatchObject({ isReadOnly: true, trialDaysLeft: 0 });

    const ended = { status: 402, body: { code: 'tenant.trial_ended' } };
    expect(await client.post('/teams', { name: 'Late' })).toMatchObject(ended);
    expect(await client.patch('/tenant', { name: 'Late' }, answer.body.tenant.version)).toMatchObject(ended);
    expect(await client.post('/invitations', { email: 'a@b.example', roleId: 'analyst' })).toMatchObject(
      ended,
    );
    expect(await client.post('/tenant/sample-data')).toMatchObject(ended);
    expect(await client.post('/contacts', { lastName: 'Late' })).toMatchObject(ended);

    for (const path of ['/users', '/teams', '/roles', '/audit', '/contacts', '/session', '/sessions']) {
      expect((await client.get(path)).status, path).toBe(200);
    }
    expect((await client.call('PATCH', '/session', { preferences: { theme: 'dark' } })).status).toBe(200);
    const change = { current: company.password, password: 'another good password' };
    expect((await client.post('/password', change)).status).toBe(204);
    expect((await client.post('/logout')).status).toBe(204);
  });

  it('does not let an invitation be accepted after its end', async () => {
    await company.client.post('/invitations', { email: 'late@example.org', roleId: 'analyst' });
    await harness.drain();
    const [mail] = await mailsTo('late@example.org');
    const token = /token=([\w-]+)/.exec(mail?.text ?? '')?.[1];
    const ctx = harness.context(company.session.tenant.id);
    const trialEndsAt = harness.clock.now().toISOString();
    await ctx.table.transact([{ update: { pk: ctx.tenantId, sk: 'tenant' }, set: { trialEndsAt } }]);
    const accept = { token, name: 'Late', password: 'a good password of mine', locale: 'en' };
    expect((await createApiClient().post('/invitations/accept', accept)).status).toBe(402);
  });

  it('mails each administrator 7 days before its end and at its end, once, and nobody else', async () => {
    const second = await joinCompany(harness, company.client, 'admin');
    const rep = await joinCompany(harness, company.client, 'sales_rep');
    const before = (await mailsTo(rep.email)).length;
    harness.clock.advance({ days: 22, hours: 23 });
    await harness.drain();
    expect((await mailsTo(company.email)).map(({ subject }) => subject)).not.toContainEqual(
      expect.stringContaining('trial'),
    );
    harness.clock.advance({ hours: 1 });
    await harness.drain({ seed: 3, duplicates: 1 });
    expect((await mailsTo(company.email))[0]?.subject).toBe('Your Vinculo trial ends in 7 days');
    harness.clock.advance({ days: 7 });
    await harness.drain();
    const subjects = (await mailsTo(second.email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('trial'))).toEqual([
      'Your Vinculo trial has ended',
      'Your Vinculo trial ends in 7 days',
    ]);
    expect(await mailsTo(rep.email)).toHaveLength(before);
    expect(harness.deadLetters).toEqual([]);
  });
});

describe('npm run operator', () => {
  it('finds a tenant by a user’s address and lets its trial go on from the next request', async () => {
    const { id } = company.session.tenant;
    harness.clock.advance({ days: 31 });
    const { client } = await logInAgain();
    expect((await client.post('/teams', { name: 'Blocked' })).status).toBe(402);

    expect(await operate(['find', company.email.toUpperCase()])).toContain(id);
    const line = await operate(['extend-trial', id, '--days', '10']);
    const until = new Date(harness.clock.now().getTime() + 10 * 86_400_000).toISOString();
    expect(line).toBe(`The trial of ${id} "Acme Test" now ends at ${until}.`);

    expect((await client.post('/teams', { name: 'Working' })).status).toBe(201);
    expect((await client.get('/tenant')).body).toMatchObject({ trialDaysLeft: 10, isReadOnly: false });
    const entry = (await client.get('/audit')).body.items.find(
      ({ type }: { type: string }) => type === 'tenant.trial_extended',
    );
    expect(entry.actor).toEqual({ kind: 'system', id: 'operator' });
  });

  it('adds to a running trial, moves its timers, and silences the old ones', async () => {
    const { id } = company.session.tenant;
    await operate(['extend-trial', id, '--days', '30']);
    await harness.drain();
    harness.clock.advance({ days: 31 });
    await harness.drain();
    expect((await mailsTo(company.email)).map(({ subject }) => subject).join()).not.toContain('trial');
    harness.clock.advance({ days: 22 });
    await harness.drain();
    expect((await mailsTo(company.email))[0]?.subject).toBe('Your Vinculo trial ends in 7 days');
  });

  it.each([
    [[]],
    [['destroy']],
    [['extend-trial', 'acme']],
    [['extend-trial', 'usr_01KJPWD6M0ENMARHZ6F561NC28']],
    [['extend-trial', 'ten_01KJPWD6M0ENMARHZ6F561NC28', '--days', '0']],
    [['extend-trial', 'ten_01KJPWD6M0ENMARHZ6F561NC28', '--weeks', '2']],
    [['find', 'nobody']],
  ])('says what would make sense instead of %j (T11)', async (args) => {
    await expect(operate(args)).rejects.toThrow(UsageError);
  });

  it('says that a tenant is not there', async () => {
    await expect(operate(['extend-trial', 'ten_01KJPWD6M0ENMARHZ6F561NC28'])).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the company’s settings', () => {
  it('change with the version that was seen', async () => {
    const changes = {
      name: 'Acme Iberia',
      timeZone: 'Atlantic/Canary',
      fiscalYearStartMonth: 4,
      currency: 'USD',
    };
    const { version } = company.session.tenant;
    const changed = await company.client.patch('/tenant', changes, version);
    expect(changed).toMatchObject({ status: 200, body: { ...changes, version: version + 1 } });
    expect((await company.client.patch('/tenant', { name: 'Stale' }, version)).body).toMatchObject({
      code: 'record.stale',
      current: { name: 'Acme Iberia' },
    });
    expect((await company.client.call('PATCH', '/tenant', { name: 'Blind' })).status).toBe(428);
  });

  it.each([
    'id',
    'plan',
    'trialEndsAt',
    'isReadOnly',
    'shards',
    'secret',
    'state',
    'version',
    'hasSampleData',
  ])('do not include the server’s own field %s (S12)', async (field) => {
    const { version } = company.session.tenant;
    const refused = await company.client.patch('/tenant', { [field]: 'paid' }, version);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: `/${field}` }] } });
  });

  it('ask for sample data once, and to throw it away', async () => {
    const { client } = company;
    expect((await client.post('/tenant/sample-data')).status).toBe(202);
    expect((await client.post('/tenant/sample-data')).body.code).toBe('tenant.sample_data_present');
    expect((await client.get('/session')).body.tenant.hasSampleData).toBe(true);
    expect((await client.delete('/tenant/sample-data')).status).toBe(202);
    expect((await client.get('/tenant')).body.hasSampleData).toBe(false);
  });
});
