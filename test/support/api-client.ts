import { createApp } from '@vinculo/functions/api/app';
import { type Harness, TEST_APP_URL } from './harness';

type Json = Record<string, unknown>;

export interface ApiAnswer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape.
  body: any;
}

/** A browser as the API sees it: keeps its cookies and sends what a page of ours sends. */
export interface ApiClient {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  get(path: string): Promise<ApiAnswer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  patch(path: string, body: unknown, version: number): Promise<ApiAnswer>;
  delete(path: string, version?: number): Promise<ApiAnswer>;
}

/** Unmetered by default, since time stands still in tests and what they count is something else. */
export function createApiClient(app = createApp({ rates: 'unmetered' })): ApiClient {
  const jar = new Map<string, string>();

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await app.request(`${TEST_APP_URL}/api/v1${path}`, {
      method,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        origin: TEST_APP_URL,
        'x-vinculo-csrf': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const set of response.headers.getSetCookie()) keep(set);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? parsed(text) : undefined };
  }

  function keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    if (/Max-Age=0/i.test(cookie)) jar.delete(name);
    else jar.set(name, pair.slice(name.length + 1));
  }

  return {
    call,
    get: (path) => call('GET', path),
    post: (path, body, headers) => call('POST', path, body, headers),
    patch: (path, body, version) => call('PATCH', path, body, { 'if-match': `"${version}"` }),
    delete: (path, version) =>
      call('DELETE', path, undefined, version === undefined ? {} : { 'if-match': `"${version}"` }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

let companies = 0;

/** Signs a company up and verifies its e-mail: a client logged in as its first admin. */
export async function signUpCompany(harness: Harness, input: Json = {}, client = createApiClient()) {
  const email = `admin${++companies}@example.com`;
  const company = {
    company: 'Acme Test',
    name: 'Ada Admin',
    email,
    password: 'correct horse battery staple',
    country: 'ES',
    locale: 'en',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    sampleData: false,
    ...input,
  };
  const signedUp = await client.post('/signup', company);
  if (signedUp.status !== 202) throw new Error(`Sign-up answered ${JSON.stringify(signedUp.body)}`);
  await harness.drain();
  const token = await tokenMailedTo(harness, company.email, 'verify');
  const verified = await client.post('/verify', { token });
  if (verified.status !== 200) throw new Error(`Verification answered ${JSON.stringify(verified.body)}`);
  await harness.drain();
  return { client, email: company.email, password: company.password, session: verified.body };
}

/** The token in the newest mail's link to that page. */
export async function tokenMailedTo(harness: Harness, email: string, page: string): Promise<string> {
  const mails = (await harness.mailbox.list()).filter(({ to }) => to === email);
  const tokens = mails.flatMap(({ text }) => new RegExp(`/${page}\\?token=([\\w-]+)`).exec(text)?.[1] ?? []);
  const token = tokens[0];
  if (!token) throw new Error(`No mail to ${email} links to ${page}`);
  return token;
}
