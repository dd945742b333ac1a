import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryFolder } from '../files/memory-folder';
import { createDiskObjects, type DiskObjects } from '../ports/disk-objects';
import { createMailbox, type Mailbox, type StoredMail } from '../ports/mailbox';
import { createLocalApp, type LocalApp } from './local-app';

const origin = 'http://localhost:4000';
let folder: string;
let app: LocalApp;
let objects: DiskObjects;
let mailbox: Mailbox;
let nowMs: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vinculo-app-'));
  mkdirSync(join(folder, 'site/assets'), { recursive: true });
  writeFileSync(join(folder, 'site/index.html'), '<title>Vinculo</title>');
  writeFileSync(join(folder, 'site/assets/main-abc.js'), 'run()');
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  nowMs = Date.parse('2026-03-02T09:00:00Z');
  const clock = { now: () => new Date(nowMs) };
  objects = createDiskObjects({ folder: join(folder, 'objects'), appUrl: origin, secret: 's', clock });
  mailbox = createMailbox(createMemoryFolder<StoredMail>(), clock);
  app = createLocalApp({
    ...{ objects, mailbox, secret: 's', now: clock.now },
    siteFolder: join(folder, 'site'),
    hosts: ['localhost:4000'],
    api: { fetch: () => new Response('api') },
    deadLetters: async () => [],
  });
});

afterEach(() => rmSync(folder, { recursive: true }));

const get = (path: string, headers = {}) => app.request(`${origin}${path}`, { headers });

describe('the web client', () => {
  it('answers its own addresses with the page, which is never kept', async () => {
    const response = await get('/contacts/con_1?tab=notes');
    expect(await response.text()).toContain('Vinculo');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('lets hashed files be kept for good, and does not answer a missing one with the page', async () => {
    const script = await get('/assets/main-abc.js');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toContain('javascript');
    expect((await get('/assets/old.js')).status).toBe(404);
  });

  it('sends no body again for what the browser has', async () => {
    const etag = (await get('/')).headers.get('etag') ?? '';
    expect((await get('/', { 'if-none-match': etag })).status).toBe(304);
  });

  it('sets the security headers on pages and on misses (S16)', async () => {
    for (const path of ['/', '/assets/old.js']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt'])(
    'gives nothing from outside its folder for %s',
    async (path) => {
      expect(await (await get(path)).text()).not.toContain('outside');
    },
  );

  it('answers a malformed address with 400', async () => {
    expect((await get('/%zz')).status).toBe(400);
  });

  it('refuses a host that is not ours, which another site could point here', async () => {
    expect((await get('/', { host: 'evil.example' })).status).toBe(421);
  });
});

describe('object links', () => {
  const text = { 'content-type': 'text/csv' };
  const put = (url: string, body: string, headers: Record<string, string> = text) =>
    app.request(url, { method: 'PUT', body, headers });
  const upload = (maxBytes = 100) =>
    objects.uploadUrl('ten_1', 'imports/imp_1/source', { contentType: 'text/csv', maxBytes });

  it('take one file and give it back under its name', async () => {
    expect((await put(await upload(), 'name\nAna')).status).toBe(200);
    const download = await app.request(
      await objects.downloadUrl('ten_1', 'imports/imp_1/source', 'señas.csv'),
    );
    expect(await download.text()).toBe('name\nAna');
    expect(download.headers.get('content-type')).toContain('text/csv');
    expect(download.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''se%C3%B1as.csv");
  });

  it('refuse more than they allow, and leave no trace', async () => {
    expect((await put(await upload(4), '12345')).status).toBe(413);
    expect(await objects.size('ten_1', 'imports/imp_1/source')).toBeUndefined();
  });

  it('refuse another content type, another method and a forged link', async () => {
    const url = await upload();
    expect((await put(url, 'x', { 'content-type': 'text/html' })).status).toBe(403);
    expect((await app.request(url)).status).toBe(403);
    const [payload = '', signature = ''] = url.split('/files/')[1]?.split('.') ?? [];
    const other = Buffer.from(payload, 'base64url').toString().replace('ten_1', 'ten_2');
    const forged = `${origin}/files/${Buffer.from(other).toString('base64url')}.${signature}`;
    expect((await put(forged, 'x')).status).toBe(403);
  });

  it('end after 15 minutes', async () => {
    const url = await upload();
    nowMs += 15 * 60_000;
    expect((await put(url, 'x')).status).toBe(403);
  });

  it.each(['../x', 'a/../../x', '/etc/passwd', 'a//b', '.hidden', ''])(
    'never name %j, outside a tenant',
    async (name) => {
      await expect(objects.put('ten_1', name, 'x', 'text/plain')).rejects.toThrow('no object name');
    },
  );

  it('can be read in parts, end exclusive', async () => {
    await objects.put('ten_1', 'a', '0123456789', 'text/plain');
    const part = await objects.read('ten_1', 'a', { start: 2, end: 5 });
    expect(Buffer.concat(await part.toArray()).toString()).toBe('234');
  });
});

describe('the mailbox', () => {
  const aMail = (subject: string) => ({
    to: 'ana@acme.example',
    subject,
    text: 'Open http://localhost:4000/verify?token=a-b. <script>alert(1)</script>',
    html: '<a href="http://localhost:4000/verify?token=a-b">Verify</a><script>alert(1)</script>',
    tags: {},
  });

  it('lists mails newest first, as a page and as JSON', async () => {
    await mailbox.mail.send(aMail('First'));
    nowMs += 1;
    await mailbox.mail.send(aMail('Second'));
    const { items } = await (await get('/_local/mailbox.json')).json();
    expect(items.map(({ subject }: StoredMail) => subject)).toEqual(['Second', 'First']);
    const page = await (await get('/_local/mailbox')).text();
    expect(page.indexOf('Second')).toBeLessThan(page.indexOf('First'));
  });

  it('shows a mail in a frame where nothing runs, and its text with links', async () => {
    const { messageId } = await mailbox.mail.send(aMail('Hello <b>'));
    const page = await (await get(`/_local/mailbox/${messageId}`)).text();
    expect(page).toContain('Hello &lt;b&gt;');
    expect(page).toContain('<a href="http://localhost:4000/verify?token=a-b">');
    expect(page).not.toContain('<script>alert');
    expect(page).toMatch(/<iframe[^>]+sandbox="(?!.*allow-same-origin)/);
    const mail = await get(`/_local/mailbox/${messageId}/html`);
    expect(await mail.text()).toContain('Verify');
    expect(mail.headers.get('content-security-policy')).toMatch(/^default-src 'none'; (?!.*script-src)/);
  });

  it('says that there is no mail yet', async () => {
    expect(await (await get('/_local/mailbox')).text()).toContain('No mail yet');
    expect((await get('/_local/mailbox/mail_none')).status).toBe(404);
  });
});
