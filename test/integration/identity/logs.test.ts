import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { logger } from '@vinculo/platform/log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';

let harness: Harness;
const lines: string[] = [];
beforeAll(async () => {
  harness = await createHarness();
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  Object.assign(logger, { console: new Console({ stdout, stderr: stdout }) });
  logger.setLogLevel('INFO');
});
afterAll(() => harness.close());

const lineSchema = z.object({
  level: z.string(),
  message: z.string(),
  requestId: z.string().startsWith('req_'),
  method: z.string(),
  route: z.string().startsWith('/'),
  status: z.number(),
  code: z.string().optional(),
  ms: z.number(),
  tenantId: z.string().startsWith('ten_').optional(),
  principal: z.string().startsWith('usr_').optional(),
});

describe('the log', () => {
  it('has one line a request, with tenant and principal, and no secret or anything typed (T10)', async () => {
    const { client, email, password, session } = await signUpCompany(harness);
    await client.post('/login', { email, password });
    await client.post('/login', { email, password: 'a wrong password' });
    await client.call('PATCH', '/session', { name: 'Secretive Name' });
    await client.get('/users?q=typed+words');
    await client.get('/invitations/lookup?token=a-token-in-a-link');
    await createApiClient().post('/password/forgot', { email });
    await harness.drain();

    expect(lines.length).toBeGreaterThanOrEqual(8);
    const parsed = lines.map((line) => lineSchema.parse(JSON.parse(line)));
    const users = parsed.find(({ route }) => route === '/api/v1/users');
    expect(parsed.find(({ status }) => status === 401)).toMatchObject({ code: 'login.invalid' });
    expect(users).toMatchObject({ tenantId: session.tenant.id, principal: session.user.id, status: 200 });

    const all = lines.join('');
    const tokens = (await harness.mailbox.list()).flatMap(
      ({ text }) => /token=([\w-]+)/.exec(text)?.[1] ?? [],
    );
    for (const secret of [
      password,
      email,
      'wrong password',
      'Secretive',
      'typed',
      'a-token',
      'argon2',
      ...tokens,
    ]) {
      expect(all).not.toContain(secret);
    }
    expect(all).not.toMatch(/__Host-session|set-cookie|authorization/i);
  });
});
