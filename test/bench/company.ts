import { contactsCsv } from './contacts-csv';

type Json = Record<string, unknown>;

export interface Company {
  call(method: string, path: string, body?: unknown): Promise<Json>;
  /** Milliseconds from the start of the import to its end. */
  importContacts(count: number): Promise<number>;
  /** Milliseconds until search finds it. */
  untilFound(name: string): Promise<number>;
}

/** Signs a company up over HTTP, as a browser would, reading its mail from the local mailbox. */
export async function signUp(url: string): Promise<Company> {
  let cookie = '';

  async function request(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, 'x-vinculo-csrf': '1', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0] ?? '';
    return response;
  }

  async function call(method: string, path: string, body?: unknown): Promise<Json> {
    const response = await request(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text ? (JSON.parse(text) as Json) : {};
  }

  async function untilStatus(path: string, wanted: string): Promise<void> {
    for (;;) {
      const { status } = await call('GET', path);
      if (status === wanted) return;
      if (status === 'failed') throw new Error(`${path} failed`);
      await pause(50);
    }
  }

  async function importContacts(count: number): Promise<number> {
    const csv = contactsCsv(count);
    const file = { name: 'contacts.csv', size: csv.length, contentType: 'text/csv' };
    const { fileId, uploadUrl } = await call('POST', '/files', file);
    const upload = await fetch(new URL(String(uploadUrl), url), {
      method: 'PUT',
      headers: { 'content-type': 'text/csv' },
      body: csv,
    });
    if (!upload.ok) throw new Error(`The upload answered ${upload.status}`);
    const { id } = await call('POST', '/imports', { type: 'contact', fileId });
    await call('POST', `/imports/${id}/check`);
    await untilStatus(`/imports/${id}`, 'checked');
    const startedMs = performance.now();
    await call('POST', `/imports/${id}/start`);
    await untilStatus(`/imports/${id}`, 'done');
    return performance.now() - startedMs;
  }

  async function untilFound(name: string): Promise<number> {
    const startedMs = performance.now();
    for (;;) {
      const { items } = await call('GET', `/search?q=${encodeURIComponent(name)}`);
      if (Array.isArray(items) && items.length > 0) return performance.now() - startedMs;
      await pause(500);
    }
  }

  const email = 'bench@example.com';
  await call('POST', '/signup', {
    company: 'Bench',
    name: 'Bench',
    email,
    password: 'correct horse battery staple',
    country: 'ES',
    locale: 'en',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    sampleData: false,
  });
  await call('POST', '/verify', { token: await mailedToken(url, email) });
  return { call, importContacts, untilFound };
}

async function mailedToken(url: string, email: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const mailbox = await (await fetch(`${url}/_local/mailbox.json`)).text();
    const token = /verify\?token=([\w-]+)/.exec(mailbox)?.[1];
    if (mailbox.includes(email) && token) return token;
    await pause(100);
  }
  throw new Error('No verification mail came');
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
