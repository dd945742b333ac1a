import { PERMISSIONS } from '@vinculo/identity/access/access';
import { BUILT_IN_ROLES } from '@vinculo/identity/roles/built-in';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type ApiClient, createApiClient, signUpCompany } from '../../support/api-client';
import { createHarness, type Harness } from '../../support/harness';
import { createKey } from '../../support/key-client';
import { joinCompany } from './colleague';

interface Operation {
  method: string;
  path: string;
  access: string;
  isForPeople: boolean;
}

let harness: Harness;
let operations: Operation[];
const clients = new Map<string, ApiClient>();
const programs = new Map<string, Pick<ApiClient, 'call'>>();
let admin: ApiClient;
beforeAll(async () => {
  harness = await createHarness();
  admin = (await signUpCompany(harness)).client;
  for (const role of Object.keys(BUILT_IN_ROLES)) {
    clients.set(role, (await joinCompany(harness, admin, role)).client);
    programs.set(role, (await createKey(admin, { roleId: role })).program);
  }
  operations = await readOperations();
});
afterAll(() => harness.close());

const operationSchema = z.object({
  'x-access': z.string(),
  'x-for-people': z.literal(true).optional(),
});

async function readOperations(): Promise<Operation[]> {
  const { body } = await createApiClient().get('/openapi.json');
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) })
    .parse(body);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{[^}]+\}/g, 'id_none'),
      access: operation['x-access'],
      isForPeople: operation['x-for-people'] ?? false,
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

  it('keeps API keys of every role away from exactly what is for people (S9)', async () => {
    for (const [role, program] of programs) {
      for (const { method, path, access, isForPeople } of operations) {
        if (access === 'public') continue;
        const answer = await program.call(method, path, method === 'GET' ? undefined : { nonsense: true });
        const isRefused = answer.status === 403 && answer.body.code === 'key.not_for_keys';
        expect(isRefused, `${role}: ${method} ${path}`).toBe(isForPeople);
      }
    }
  });

  it('leaves to people whatever changes something of their own, and handing out keys (S9)', () => {
    const kept = operations.filter(
      ({ method, path, access }) =>
        (access === 'self' && method !== 'GET') || /^\/(api-keys|sessions?|password|logout)\b/.test(path),
    );
    expect(kept.length).toBeGreaterThan(20);
    const open = kept.filter(({ access, isForPeople }) => access !== 'public' && !isForPeople);
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it.each(Object.keys(BUILT_IN_ROLES))(
    'lets an API key of %s do what the role has, and no more (S9)',
    async (role) => {
      const permissions: readonly string[] = BUILT_IN_ROLES[role]?.access.permissions ?? [];
      await expectPermissions(programs.get(role), permissions);
    },
  );

  it.each(PERMISSIONS)(
    'leaves an API key with the one scope %s that permission alone (S9, S13)',
    async (name) => {
      const { program } = await createKey(admin, { scopes: [name] });
      await expectPermissions(program, [name]);
    },
  );
});

async function expectPermissions(
  program: Pick<ApiClient, 'call'> | undefined,
  permissions: readonly string[],
): Promise<void> {
  const guarded = operations.filter(
    ({ access, isForPeople }) => !isForPeople && PERMISSIONS.some((name) => name === access),
  );
  expect(guarded.length).toBeGreaterThan(15);
  for (const { method, path, access } of guarded) {
    const answer = await program?.call(method, path, method === 'GET' ? undefined : { nonsense: true });
    const isDenied = answer?.status === 403 && answer.body.code === 'auth.forbidden';
    expect(isDenied, `${method} ${path} (${access})`).toBe(!permissions.includes(access));
    expect(answer?.status, `${method} ${path}`).toBeLessThan(500);
  }
}
