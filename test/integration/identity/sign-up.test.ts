import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, createApiClient, signUpCompany, tokenMailedTo } from '../../support/api-client';
import { dumpTable } from '../../support/dump-table';
import { createHarness, type Harness } from '../../support/harness';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());

let people = 0;
function aSignUp(changes: Record<string, unknown> = {}) {
  return {
    company: 'Zapatería Luna',
    name: 'Ana Prado',
    email: `ana${++people}@luna.example`,
    password: 'correct horse battery staple',
    country: 'ES',
    locale: 'es',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    sampleData: false,
    ...changes,
  };
}

const mailsTo = async (email: string) => (await harness.mailbox.list()).filter(({ to }) => to === email);

describe('POST /signup and /verify', () => {
  it('leads from a form to a working tenant on a 30-day trial', async () => {
    const client = createApiClient();
    const input = aSignUp();

    expect(await client.post('/signup', input)).toMatchObject({
      status: 202,
      body: { status: 'verification_sent' },
    });
    await harness.drain();
    const token = await tokenMailedTo(harness, input.email, 'verify');
    const verified = await client.post('/verify', { token });

    expect(verified).toMatchObject({
      status: 200,
      body: {
        user: { name: 'Ana Prado', email: input.email, locale: 'es', roleId: 'admin', preferences: {} },
        tenant: {
          name: 'Zapatería Luna',
          currency: 'EUR',
          plan: 'trial',
          trialDaysLeft: 30,
          isReadOnly: false,
        },
        access: { roleId: 'admin', home: 'admin' },
        roleName: 'Administrador',
      },
    });
    expect((await client.get('/session')).body).toEqual(verified.body);
  });

  it('mails in the language of the person, as text and as HTML with that language (S21)', async () => {
    const input = aSignUp({ locale: 'en', company: 'Smith & <Sons>' });
    await createApiClient().post('/signup', input);
    await harness.drain();

    const [mail] = await mailsTo(input.email);
    expect(mail).toMatchObject({ subject: 'Confirm your address to start with Vinculo' });
    expect(mail?.text).toContain('open Smith & <Sons> in Vinculo');
    expect(mail?.html).toContain('<html lang="en">');
    expect(mail?.html).toContain('Smith &amp; &lt;Sons&gt;');
  });

  it('says the same to an address that has an account, whose owner alone learns it by mail (S3)', async () => {
    const { email, session } = await signUpCompany(harness);
    const before = await mailsTo(email);
    harness.clock.advance({ seconds: 1 });

    const again = await createApiClient().post('/signup', aSignUp({ email }));
    const fresh = await createApiClient().post('/signup', aSignUp());
    await harness.drain();

    expect(again.status).toBe(fresh.status);
    expect(again.body).toEqual(fresh.body);
    expect([...again.headers.keys()]).toEqual([...fresh.headers.keys()]);
    const [newest, ...older] = await mailsTo(email);
    expect(older).toHaveLength(before.length);
    expect(newest?.subject).toBe('Ya tienes una cuenta en Vinculo');
    expect(newest?.text).not.toContain('token=');
    expect(newest?.text).not.toContain(session.tenant.id);
  });

  it('gives an address that signed up twice to whoever proves it first, and once (S25)', async () => {
    const input = aSignUp();
    const [first, second] = [createApiClient(), createApiClient()];
    await first.post('/signup', input);
    await second.post('/signup', { ...input, company: 'Another' });
    await harness.drain();
    const tokens = (await mailsTo(input.email)).flatMap(({ text }) => /token=([\w-]+)/.exec(text)?.[1] ?? []);
    expect(tokens).toHaveLength(2);

    const answers = await Promise.all(tokens.map((token) => createApiClient().post('/verify', { token })));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('signup.email_taken');
  });

  it('takes addresses as the same whatever their case and surrounding spaces', async () => {
    const input = aSignUp({ email: '  Mixed.Case@Example.com ' });
    await createApiClient().post('/signup', input);
    await harness.drain();
    const token = await tokenMailedTo(harness, 'mixed.case@example.com', 'verify');
    expect((await createApiClient().post('/verify', { token })).body.user.email).toBe(
      'mixed.case@example.com',
    );
    const logIn = { email: 'MIXED.CASE@example.COM', password: input.password };
    expect((await createApiClient().post('/login', logIn)).status).toBe(200);
  });

  it('lets a link work once, and go on where it was cut off', async () => {
    const client = createApiClient();
    const input = aSignUp();
    await client.post('/signup', input);
    await harness.drain();
    const token = await tokenMailedTo(harness, input.email, 'verify');

    // Both claim the address; one activates the tenant.
    const answers = await Promise.all([1, 2, 3].map(() => createApiClient().post('/verify', { token })));
    const later = await client.post('/verify', { token });

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(later).toMatchObject({ status: 422, body: { code: 'link.invalid' } });
  });

  it('forgets a tenant that nobody proved within 7 days', async () => {
    const client = createApiClient();
    const input = aSignUp();
    await client.post('/signup', input);
    await harness.drain();
    const token = await tokenMailedTo(harness, input.email, 'verify');
    const dump = await dumpTable(harness.table);
    const owner = dump.find((item) => item.kind === 'user' && item.email === input.email)?.pk.split('#')[0];
    const items = dump.filter(
      ({ pk, kind }) => pk.startsWith(`${owner}#`) && kind !== 'event' && kind !== 'delivery',
    );
    const dueAt = harness.clock.now().getTime() / 1000 + 7 * 86_400;
    expect(items.map(({ kind, expiresAt }) => [kind, expiresAt]).sort()).toEqual(
      ['address', 'credential', 'tenant', 'user'].map((kind) => [kind, dueAt]),
    );

    harness.clock.advance({ days: 7, seconds: 1 });

    expect(await client.post('/verify', { token })).toMatchObject({
      status: 422,
      body: { code: 'link.invalid' },
    });
  });

  it('stores neither a password nor a token anywhere (S1)', async () => {
    const { password, email } = await signUpCompany(harness);
    const tokens = (await mailsTo(email)).map(({ text }) => /token=([\w-]+)/.exec(text)?.[1] ?? '');
    const stored = JSON.stringify(await dumpTable(harness.table));
    expect(stored).not.toContain(password);
    for (const token of tokens) expect(stored).not.toContain(token);
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('mails once however often the event is delivered', async () => {
    const input = aSignUp();
    await createApiClient().post('/signup', input);
    await harness.drain({ seed: 7, duplicates: 1 });
    await harness.drain();
    expect(await mailsTo(input.email)).toHaveLength(1);
    expect(harness.deadLetters).toEqual([]);
  });

  it('lets an address cause five sign-ups an hour, a network twenty (S25)', async () => {
    const client = createApiClient();
    const input = aSignUp();
    const statuses: number[] = [];
    for (let count = 0; count < 6; count++) statuses.push((await client.post('/signup', input)).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
    harness.clock.advance({ hours: 1 });
    expect((await client.post('/signup', input)).status).toBe(202);
  });
});

describe('refused sign-ups', () => {
  let client: ApiClient;
  beforeAll(() => {
    client = createApiClient();
  });

  it.each([
    [{ email: 'nobody' }, '/email', 'invalid_format'],
    [{ email: 'a@b.example\r\nBcc: c@d.example' }, '/email', 'invalid_format'],
    [{ name: 'Ana\nBcc: x' }, '/name', 'text.control_character'],
    [{ company: 'Win at https://evil.example' }, '/company', 'text.link'],
    [{ company: '' }, '/company', 'too_small'],
    [{ currency: 'EURO' }, '/currency', 'invalid_format'],
    [{ currency: 'XYZ' }, '/currency', 'currency.unknown'],
    [{ timeZone: 'Mars/Olympus' }, '/timeZone', 'time_zone.unknown'],
    [{ locale: 'fr' }, '/locale', 'invalid_value'],
    [{ country: 'Spain' }, '/country', 'invalid_format'],
    [{ password: 'short' }, '/password', 'too_small'],
    [{ password: 'x'.repeat(129) }, '/password', 'too_big'],
    [{ password: 'iloveyou' }, '/password', 'password.common'],
    [{ password: 'luna-rosa-azul' }, '/password', 'password.company_word'],
    [{ password: 'MiVínculo2027' }, '/password', 'password.company_word'],
    [{ sampleData: 'yes' }, '/sampleData', 'invalid_type'],
  ])('names what is wrong with %j and leaves no trace', async (changes, pointer, code) => {
    const before = await dumpTable(harness.table);
    const answer = await client.post('/signup', aSignUp(changes));
    expect(answer).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect(await dumpTable(harness.table)).toEqual(before);
  });

  it.each(['id', 'tenantId', 'roleId', 'plan', 'state', 'version', 'createdAt', 'shards'])(
    'refuses the server’s own field %s (S12)',
    async (field) => {
      const answer = await client.post('/signup', aSignUp({ [field]: 'x' }));
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([
        expect.objectContaining({ pointer: `/${field}`, code: 'unrecognized_keys' }),
      ]);
    },
  );
});
