import { PERMISSIONS } from '@vinculo/identity/access/access';
import { BUILT_IN_ROLES } from '@vinculo/identity/roles/built-in';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type ApiClient, createApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
import { joinCompany } from './colleague';

interface Operation {
  method: string;
  path: string;
  access: string;
}

let harness: Harness;
let operations: Operation[];
const clients = new Map<string, ApiClient>();
beforeAll(async () => {
  harness = await createHarness();
  const { client } = await signUpCompany(harness);
  for (const role of Object.keys(BUILT_IN_ROLES)) {
    clients.set(role, (await joinCompany(harness, client, role)).client);
  }
  operations = await readOperations();
});
afterAll(() => harness.close());

async function readOperations(): Promise<Operation[]> {
  const { body } = await createApiClient().get('/openapi.json');
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.object({ 'x-access': z.string() }))) })
    .parse(body);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{[^}]+\}/g, 'id_none'),
      access: operation['x-access'],
    })),
  );
}

describe('the table of operations and roles', () => {
  it('answers 401 to strangers on every operation that is not public (S9)', async () => {
    const stranger = createApiClient();
    for (const { method, path, access } of operations) {
      const { status } = await stranger.call(method, path, method === 'GET' ? undefined : {});
      if (access === 'public') expect(status, `${method} ${path}`).not.toBe(401);
      else expect(status, `${method} ${path}`).toBe(401);
    }
  });

  it.each(Object.keys(BUILT_IN_ROLES))(
    'lets %s past exactly the operations whose permission it has (S9)',
    async (role) => {
      const client = clients.get(role);
      const permissions: readonly string[] = BUILT_IN_ROLES[role]?.access.permissions ?? [];
      const guarded = operations.filter(({ access }) => PERMISSIONS.some((name) => name === access));
      expect(guarded.length).toBeGreaterThan(15);
      for (const { method, path, access } of guarded) {
        const answer = await client?.call(method, path, method === 'GET' ? undefined : { nonsense: true });
        const isDenied = answer?.status === 403 && answer.body.code === 'auth.forbidden';
        expect(isDenied, `${role}: ${method} ${path} (${access})`).toBe(!permissions.includes(access));
        expect(answer?.status, `${role}: ${method} ${path}`).toBeLessThan(500);
      }
    },
  );
});
