import { createRoute } from '@hono/zod-openapi';
import { createRouter } from '@vinculo/platform/http/routes';
import type { Ports } from '@vinculo/platform/ports/ports';
import { provideRuntime } from '@vinculo/platform/runtime';
import { connectTable } from '@vinculo/platform/table/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createApp } from './app';
import { AccessTable } from './auth';
import type { ApiEnv } from './env';
import { assertOwnPaths, routeGroups } from './route-groups';

const APP_URL = 'https://crm.example.com';
const FAULT = 'ResourceNotFound: table vinculo-prod at /var/task/index.js, key ten_1#usr_2';

const broken = () => Promise.reject(new Error(FAULT));
const brokenPorts: Ports = {
  mail: { send: broken },
  queues: { send: broken },
  schedules: { set: broken, clear: broken },
  sealing: { ring: broken },
  objects: {
    put: broken,
    read: broken,
    size: broken,
    remove: broken,
    uploadUrl: broken,
    downloadUrl: broken,
  },
};

beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  // Whatever reaches the table fails with words that nobody outside may read.
  const connection = connectTable({ tableName: 'vinculo-prod', endpoint: 'http://127.0.0.1:1' });
  connection.client.send = broken;
  provideRuntime({
    connection,
    appUrl: APP_URL,
    clock: { now: () => new Date('2027-01-01T00:00:00Z') },
    ports: brokenPorts,
  });
});

const app = createApp({ corsOrigins: ['https://partner.example'] });

function post(
  path: string,
  { headers = {}, body = '{}' }: { headers?: Record<string, string>; body?: BodyInit } = {},
) {
  return app.request(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

const codeOf = async (response: Response) => {
  const { code } = z.object({ code: z.string() }).parse(await response.json());
  return [response.status, code];
};

describe('every answer', () => {
  it.each([
    ['a document', () => app.request('/api/v1/openapi.json')],
    ['an unknown path', () => app.request('/api/v1/nothing')],
    ['a path outside', () => app.request('/favicon.ico')],
    ['no session', () => app.request('/api/v1/users')],
    ['a refused body', () => post('/login')],
    ['a fault', () => app.request('/api/v1/users', { headers: { cookie: '__Host-session=x' } })],
    ['a foreign origin', () => post('/login', { headers: { origin: 'https://evil.example' } })],
    ['a preflight', () => app.request('/api/v1/users', { method: 'OPTIONS' })],
  ])('carries the security headers: %s (S16)', async (_, ask) => {
    const { headers } = await ask();
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'x-request-id': expect.stringMatching(/^req_/),
    });
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
  });

  it('names the request by an id of ours, never by one from outside', async () => {
    const response = await app.request('/api/v1/users', { headers: { 'x-request-id': 'forged' } });
    const { requestId } = z.object({ requestId: z.string() }).parse(await response.json());
    expect(requestId).toMatch(/^req_[0-9A-Z]{26}$/);
    expect(response.headers.get('x-request-id')).toBe(requestId);
  });

  it('tells nothing of a fault but where to ask (S27)', async () => {
    const response = await app.request('/api/v1/users', { headers: { cookie: '__Host-session=x' } });
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', title: 'Error' });
    expect(text).not.toMatch(/vinculo-prod|var\/task|ten_1|ResourceNotFound|at .*\.ts/);
  });
});

describe('requests from other sites', () => {
  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'body.not_json'],
    ['a form with files', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'body.not_json'],
    ['plain text', { 'content-type': 'text/plain' }, 415, 'body.not_json'],
    ['text that looks like JSON', { 'content-type': 'text/plain; application/json' }, 415, 'body.not_json'],
    ['another origin', { origin: 'https://evil.example' }, 403, 'origin.refused'],
    ['no origin to name', { origin: 'null' }, 403, 'origin.refused'],
    ['our name as a suffix', { origin: 'https://evil-crm.example.com' }, 403, 'origin.refused'],
    ['our name as a prefix', { origin: 'https://crm.example.com.evil.example' }, 403, 'origin.refused'],
    ['another scheme', { origin: 'http://crm.example.com' }, 403, 'origin.refused'],
    ['another port', { origin: 'https://crm.example.com:8443' }, 403, 'origin.refused'],
    ['a cookie without the header', { cookie: '__Host-session=x' }, 403, 'csrf.header_missing'],
    [
      'a cookie with a wrong header',
      { cookie: '__Host-session=x', 'x-vinculo-csrf': '0' },
      403,
      'csrf.header_missing',
    ],
  ])('are refused: %s (S14)', async (_, headers, status, code) => {
    expect(await codeOf(await post('/logout', { headers }))).toEqual([status, code]);
  });

  it('are let through from our own origin, and from none at all', async () => {
    expect((await post('/logout', { headers: { origin: APP_URL } })).status).toBe(401);
    expect((await post('/logout')).status).toBe(401);
  });
});

describe('a method that a path does not have', () => {
  it.each([
    ['PUT', '/users', 'GET, HEAD'],
    ['PATCH', '/contacts', 'GET, HEAD, POST'],
    ['OPTIONS', '/contacts/con_1', 'DELETE, GET, HEAD, PATCH'],
    // What a path says in letters comes before what it takes as an id.
    ['PUT', '/contacts/batch', 'POST'],
  ])('is refused by 405 with those that it has: %s %s', async (method, path, allow) => {
    const response = await app.request(`/api/v1${path}`, { method });
    expect(response.headers.get('allow')).toBe(allow);
    expect(await codeOf(response)).toEqual([405, 'method.not_allowed']);
  });
});

describe('CORS', () => {
  it.each([
    'https://evil.example',
    'null',
    APP_URL,
    'https://partner.example.evil.example',
    'https://evilpartner.example',
    'https://partner.example:444',
    'http://partner.example',
    'https://PARTNER.example',
  ])('is not granted to %s (S15)', async (origin) => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await app.request('/api/v1/users', {
        method,
        headers: { origin, 'access-control-request-method': 'POST' },
      });
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('is granted to the listed origin, by its whole name (S15)', async () => {
    const preflight = await app.request('/api/v1/users', {
      method: 'OPTIONS',
      headers: { origin: 'https://partner.example', 'access-control-request-method': 'PATCH' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://partner.example');
    expect(preflight.headers.get('access-control-allow-credentials')).toBe('true');
    const allowed = preflight.headers.get('access-control-allow-headers')?.split(', ');
    expect(allowed).toEqual(expect.arrayContaining(['authorization', 'vinculo-version', 'if-match']));
    const answer = await app.request('/api/v1/users', { headers: { origin: 'https://partner.example' } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://partner.example');
    expect(answer.headers.get('vary')).toContain('origin');
  });
});

describe('the version of the API', () => {
  it('is told by every answer that comes behind its check, and taken from the header', async () => {
    for (const headers of [{}, { 'vinculo-version': '2026-11-24' }]) {
      const { status, headers: told } = await app.request('/api/v1/users', { headers });
      expect([status, told.get('vinculo-version')]).toEqual([401, '2026-11-24']);
    }
  });

  it.each(['2026-11-25', '2026-1-1', 'latest', '', '2026-11-24, 2026-11-24'])(
    'is refused with the list of those that are when it is %j',
    async (version) => {
      const response = await app.request('/api/v1/users', { headers: { 'vinculo-version': version } });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'version.unknown', versions: ['2026-11-24'] });
    },
  );

  it('is described for every operation', async () => {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))) })
      .parse(await (await app.request('/api/v1/openapi.json')).json());
    for (const operation of Object.values(paths).flatMap(Object.values)) {
      expect(operation).toMatchObject({
        parameters: expect.arrayContaining([{ $ref: '#/components/parameters/Version' }]),
        responses: { 400: { headers: { 'vinculo-version': { $ref: '#/components/headers/Version' } } } },
      });
    }
  });
});

describe('API keys', () => {
  it.each(['Bearer', 'bearer x', 'Bearer vnc_x'])(
    'need no header against forgery, and make the cookie count for nothing: %s (S14)',
    async (authorization) => {
      const headers = { authorization, cookie: '__Host-session=x' };
      expect(await codeOf(await post('/logout', { headers }))).toEqual([401, 'key.malformed']);
    },
  );

  it('are not what another scheme sends: the cookie counts, and needs its header (S14)', async () => {
    const headers = { authorization: 'Basic eDp5', cookie: '__Host-session=x' };
    expect(await codeOf(await post('/logout', { headers }))).toEqual([403, 'csrf.header_missing']);
  });
});

describe('bodies', () => {
  it.each([
    ['not JSON', '{"email":', 400, 'body.malformed'],
    ['nothing', '', 400, 'body.malformed'],
    ['a list', '[]', 422, 'input.invalid'],
    ['null', 'null', 422, 'input.invalid'],
    ['too much', JSON.stringify({ email: 'x'.repeat(1_048_576) }), 413, 'body.too_large'],
    ['far too much', 'x'.repeat(6_000_000), 413, 'body.too_large'],
    ['deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 422, 'input.invalid'],
  ])('that cannot be taken are refused: %s (S26)', async (_, body, status, code) => {
    expect(await codeOf(await post('/login', { body }))).toEqual([status, code]);
  });

  it('are counted as they come when their length is not told, or told wrong (S26)', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('x'.repeat(100_000)));
      },
    });
    const request = new Request('http://localhost/api/v1/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      ...{ duplex: 'half' },
    });
    expect(await codeOf(await app.request(request))).toEqual([413, 'body.too_large']);
  });
});

describe('AccessTable', () => {
  const ok = { responses: { 200: { description: 'Fine.' } } };
  const tableOf = (route: Parameters<typeof createRoute>[0]) => {
    const api = createRouter<ApiEnv>().openapi(createRoute(route), (c) => c.body(null, 200));
    return () => new AccessTable().read(api, '/api/v1');
  };

  it('stops the start when an operation does not say who may call it (S9)', () => {
    expect(tableOf({ method: 'get', path: '/secret', ...ok })).toThrow('GET /secret');
    expect(tableOf({ method: 'get', path: '/secret', 'x-access': 'whoever', ...ok })).toThrow('GET /secret');
    expect(tableOf({ method: 'get', path: '/open', 'x-access': 'public', ...ok })).not.toThrow();
  });

  it('stops the start when a body could be left out, and its schema with it', () => {
    const request = { body: { content: { 'application/json': { schema: z.object({ a: z.string() }) } } } };
    expect(tableOf({ method: 'post', path: '/lax', 'x-access': 'self', request, ...ok })).toThrow(
      'POST /lax',
    );
  });

  it('opens to strangers exactly what must be open (S9)', async () => {
    const document = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.object({ 'x-access': z.string() }))) })
      .parse(await (await app.request('/api/v1/openapi.json')).json());
    const open = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, operation]) => operation['x-access'] === 'public')
        .map(([method]) => `${method} ${path}`),
    );
    expect(open.sort()).toEqual([
      'get /invitations/lookup',
      'get /openapi.json',
      'post /hooks/{token}',
      'post /invitations/accept',
      'post /login',
      'post /login-steps/code',
      'post /login-steps/enrolment',
      'post /login-steps/enrolment/confirm',
      'post /login-steps/passkey',
      'post /login-steps/passkey/options',
      'post /password/forgot',
      'post /password/reset',
      'post /signup',
      'post /verify',
    ]);
  });
});

describe('route groups', () => {
  const routesAt = (path: string) =>
    createRouter<ApiEnv>().openapi(
      createRoute({ method: 'get', path, responses: { 200: { description: 'Fine.' } } }),
      (c) => c.body(null, 200),
    );
  const files = { segments: ['files'], load: () => routesAt('/files') };
  const everyday = { load: () => routesAt('/contacts') };

  it('have each path where its first segment leads', () => {
    expect(() => assertOwnPaths(files, routesAt('/files/{id}'))).not.toThrow();
    expect(() => assertOwnPaths(files, routesAt('/filesystem'))).toThrow('/filesystem');
    expect(() => assertOwnPaths(everyday, routesAt('/contacts/{id}'))).not.toThrow();
    expect(() => assertOwnPaths(everyday, routesAt('/imports/{id}'))).toThrow('/imports/{id}');
  });

  it('share no segment', () => {
    const segments = routeGroups.flatMap((group) => group.segments ?? []);
    expect(segments.toSorted()).toEqual([...new Set(segments)].toSorted());
    expect(routeGroups.filter((group) => !group.segments)).toHaveLength(1);
  });
});
