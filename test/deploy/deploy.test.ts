import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cloud, openCloud } from './emulator';
import { type Deployed, deploy } from './stacks';
import { eventually, mailTo, Visitor } from './visitor';

const EMAIL = 'ana@acme.example';
const PASSWORD = 'correct horse battery staple';

let cloud: Cloud;
let deployed: Deployed;
let visitor: Visitor;

beforeAll(async () => {
  cloud = await openCloud();
  deployed = await deploy(cloud);
  visitor = new Visitor(cloud, deployed);
}, 300_000);

afterAll(async () => {
  await cloud?.stop();
});

/** One story, each step on what the one before left, through CloudFront as a browser would. */
describe('the deployed stacks', () => {
  it('serve the web client and its routes with security headers (S16)', async () => {
    for (const path of ['/', '/contacts/con_1']) {
      const page = await visitor.get(path);
      expect(page.status).toBe(200);
      expect(page.headers['content-type']).toContain('text/html');
      expect(page.headers['content-security-policy']).toContain("script-src 'self';");
      expect(page.text).toContain('<div id="root">');
    }
    expect((await visitor.get('/assets/none.js')).status).toBeGreaterThanOrEqual(400);
  });

  it('answer the API on the same origin, and a stranger with a problem', async () => {
    const answer = await visitor.get('/api/v1/session');
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('sign a company up: the event reaches the consumer that sends the verification mail', async () => {
    const answer = await visitor.post('/api/v1/signup', {
      company: 'Acme',
      name: 'Ana',
      email: EMAIL,
      password: PASSWORD,
      country: 'ES',
      locale: 'en',
      currency: 'EUR',
      timeZone: 'Europe/Madrid',
      sampleData: false,
    });
    expect(answer.status).toBe(202);
    const text = await eventually('The mail', () => mailTo(cloud, EMAIL));
    const [, token] = /verify\?token=([\w-]+)/.exec(text) ?? [];
    expect(text).toContain(`https://${deployed.distributionDomain}/verify?token=`);
    expect((await visitor.post('/api/v1/verify', { token })).status).toBe(200);
  });

  it('log in with argon2 on the deployed binary', async () => {
    const other = new Visitor(cloud, deployed);
    expect((await other.post('/api/v1/login', { email: EMAIL, password: 'not the password' })).status).toBe(
      401,
    );
    expect((await other.post('/api/v1/login', { email: EMAIL, password: PASSWORD })).status).toBe(200);
    expect((await other.get('/api/v1/session')).json.user.email).toBe(EMAIL);
  });

  it('create a contact whose event reaches the search index through table, stream, bus and queue (D4)', async () => {
    const created = await visitor.post('/api/v1/contacts', { firstName: 'Zenobia', lastName: 'Palmer' });
    expect(created.status).toBe(201);
    const { id } = created.json;
    const hit = await eventually('The contact in the search index', async () => {
      const { json } = await visitor.get('/api/v1/search?q=zenob');
      return json.items.find((item: { id: string }) => item.id === id);
    });
    expect(hit).toMatchObject({ type: 'contact' });
  });

  it('import an uploaded file through our own queues, objects and workers', async () => {
    const body = 'First name,Last name,Email\nQuirino,Salas,quirino@example.com\n';
    const file = { name: 'contacts.csv', size: body.length, contentType: 'text/csv' };
    const announced = await visitor.post('/api/v1/files', file);
    expect(announced.status).toBe(201);
    const uploaded = await fetch(announced.json.uploadUrl, {
      method: 'PUT',
      headers: { 'content-type': file.contentType },
      body,
    });
    expect(uploaded.status).toBe(200);
    const imported = await visitor.post('/api/v1/imports', {
      type: 'contact',
      fileId: announced.json.fileId,
    });
    expect(imported.status).toBe(201);
    const path = `/api/v1/imports/${imported.json.id}`;
    expect((await visitor.post(`${path}/check`, {})).status).toBe(202);
    const status = (wanted: string) =>
      eventually(`The import being ${wanted}`, async () => {
        const { json } = await visitor.get(path);
        if (json.status === 'failed') throw new Error(JSON.stringify(json));
        return json.status === wanted ? json : undefined;
      });
    await status('checked');
    expect((await visitor.post(`${path}/start`, {})).status).toBe(202);
    expect((await status('done')).counts).toMatchObject({ rows: 1, created: 1 });
  });
});
