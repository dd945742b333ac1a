import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiAnswer } from '../support/api-client';
import { createHarness, type Harness } from '../support/harness';
import { type Company, type Principal, seedCompany } from './matrix/company';
import { comparable } from './matrix/expected';
import { unknownId } from './matrix/forgeries';
import { type Operation, readOperations } from './matrix/operations';
import { type Request, requestsOf, send } from './matrix/requests';
import { slotsOf } from './matrix/slots';
import { stateOf } from './matrix/state';

const operations = await readOperations();
const reading = operations.filter(({ method }) => method === 'GET');
const taking = operations.filter(({ hasBody }) => hasBody);
// Logging out ends the session that all the others need.
const writing = operations
  .filter(({ method, access }) => method !== 'GET' && access !== 'public')
  .toSorted((left, right) => Number(left.path === '/logout') - Number(right.path === '/logout'));

let harness: Harness;
let own: Company;
let foreign: Company;
let admin: Principal;
beforeAll(async () => {
  harness = await createHarness();
  own = await seedCompany(harness, 'Own');
  foreign = await seedCompany(harness, 'Foreign');
  const [first] = own.principals;
  if (!first) throw new Error('A company has an admin.');
  admin = first;
});
afterAll(() => harness.close());

const HEADERS = [
  'x-tenant-id',
  'x-tenant',
  'tenant',
  'tenantid',
  'tenant-id',
  'x-vinculo-tenant',
  'x-organization-id',
  'x-amzn-oidc-identity',
  'x-forwarded-host',
  'x-original-url',
];
const NAMES = ['tenantId', 'tenant', 'tenant_id', 'tenants', 'owner', 'pk', 'ctx', '__proto__'];

/** The same request with another tenant named wherever one might be looked for. */
function naming(request: Request, tenantId: string): { request: Request; headers: Record<string, string> } {
  return {
    request: {
      ...request,
      query: { ...Object.fromEntries(NAMES.map((name) => [name, tenantId])), ...request.query },
    },
    headers: Object.fromEntries(HEADERS.map((name) => [name, tenantId])),
  };
}

function ask(
  operation: Operation,
  request: Request,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> {
  const version = own.versions.get(request.path.id ?? '');
  return send(admin.client, operation, request, { version, headers });
}

describe('the tenant of a request', () => {
  it.each(reading)('is the session’s alone in $name, which tells of no other (T1)', async (operation) => {
    const ids = [foreign.tenantId, ...Object.values(foreign.live), ...Object.values(foreign.deleted)];
    for (const request of requestsOf(operation, admin.own)) {
      const named = naming(request, foreign.tenantId);
      const plain = await ask(operation, request);
      const answer = await ask(operation, named.request, named.headers);
      const [one, other] = [answer, plain].map((given) => comparable(given, foreign.tenantId, 'inert'));
      expect(one).toBe(other);
      const text = JSON.stringify(answer.body);
      expect(ids.filter((id) => text.includes(id))).toEqual([]);
    }
  });

  // What another system sends to a hook is its own to shape; only what the hook maps is read.
  const shaped = taking.filter(({ name }) => name !== 'POST /hooks/{token}');
  it.each(shaped)('is no part of the body of $name (T1)', async (operation) => {
    const before = await stateOf(harness, [own, foreign]);
    const [request] = requestsOf(operation, admin.own);
    for (const name of ['tenantId', 'tenant']) {
      const body = { ...Object(request?.body), [name]: foreign.tenantId };
      const answer = await ask(operation, { path: {}, query: {}, ...request, body });
      expect(answer).toMatchObject({ status: 422 });
      expect(JSON.stringify(answer.body.errors)).toContain(`"/${name}"`);
    }
    expect(await stateOf(harness, [own, foreign])).toEqual(before);
  });

  it.each(writing)('is the session’s alone in $name, which changes no other (T1)', async (operation) => {
    const before = await stateOf(harness, [foreign]);
    for (const request of requestsOf(operation, admin.own)) {
      for (const slot of slotsOf(request, admin.own)) {
        const id = unknownId(slot.kind, { own, foreign });
        const plain = await ask(operation, slot.with(id));
        const named = naming(slot.with(id), foreign.tenantId);
        const answer = await ask(operation, named.request, named.headers);
        expect(answer.status).toBe(plain.status);
      }
      const named = naming(request, foreign.tenantId);
      expect((await ask(operation, named.request, named.headers)).status).toBeLessThan(423);
    }
    expect(await stateOf(harness, [foreign])).toEqual(before);
  });
});
