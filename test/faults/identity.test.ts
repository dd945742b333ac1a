import type { Item } from '@vinculo/platform/table/writes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiAnswer, createApiClient, signUpCompany, tokenMailedTo } from '../support/api-client';
import { dumpTable } from '../support/dump-table';
import { type Faults, injectFaults, killAt } from '../support/faults';
import { createHarness, type Harness } from '../support/harness';

let harness: Harness;
let faults: Faults;
beforeAll(async () => {
  harness = await createHarness();
  faults = injectFaults(harness.table.connection);
});
afterAll(() => harness.close());

const PASSWORD = 'correct horse battery staple';
const NEW_PASSWORD = 'a wholly new password';

interface Flow<S> {
  prepare: () => Promise<S>;
  act: (state: S) => Promise<ApiAnswer>;
  /** After the kill, and again after whatever the person does next. */
  check: (state: S, items: Item[]) => Promise<void>;
}

/** Kills the process after each call that `act` makes, which is also before the next, each time on a fresh start. */
async function killEverywhere<S>({ prepare, act, check }: Flow<S>): Promise<number> {
  for (let index = 0; ; index++) {
    const state = await prepare();
    faults.plan(killAt(index, 'after'));
    const answer = await act(state);
    const isOver = faults.calls() <= index;
    faults.plan();
    if (isOver) return index;
    if (answer.status < 400) throw new Error(`A dead process answered ${answer.status}`);
    await check(state, await dumpTable(harness.table));
  }
}

const eventsIn = (items: Item[], tenantId: string, type: string) =>
  items.filter(({ pk, kind, event }) => {
    return kind === 'event' && pk.startsWith(`${tenantId}#`) && (event as { type: string }).type === type;
  }).length;

const logIn = (email: string, password: string) => createApiClient().post('/login', { email, password });

let people = 0;
async function aPendingTenant() {
  const email = `pending${++people}@example.com`;
  await createApiClient().post('/signup', {
    company: 'Acme',
    name: 'Ana',
    email,
    password: PASSWORD,
    country: 'ES',
    locale: 'en',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    sampleData: false,
  });
  await harness.drain();
  return { email, token: await tokenMailedTo(harness, email, 'verify') };
}

describe('killing the process at any call', () => {
  it('leaves an address proven or not, with its event, and the same link or a log-in goes on (D4)', async () => {
    const kills = await killEverywhere({
      prepare: aPendingTenant,
      act: ({ token }) => createApiClient().post('/verify', { token }),
      check: async ({ email, token }, items) => {
        const tenantId =
          items.find(({ kind, email: own }) => kind === 'user' && own === email)?.pk.split('#')[0] ?? '';
        const tenant = items.find(({ pk, kind }) => kind === 'tenant' && pk === `${tenantId}#${tenantId}`);
        const isActive = tenant?.state === 'active';
        expect(eventsIn(items, tenantId, 'tenant.activated')).toBe(isActive ? 1 : 0);
        const again = isActive
          ? await logIn(email, PASSWORD)
          : await createApiClient().post('/verify', { token });
        expect(again).toMatchObject({ status: 200, body: { tenant: { id: tenantId, trialDaysLeft: 30 } } });
      },
    });
    expect(kills).toBeGreaterThan(5);
  });

  it('leaves an invited person a member or not, with the event, and either way able to go on (D4)', async () => {
    const { client, session } = await signUpCompany(harness);
    const kills = await killEverywhere({
      prepare: async () => {
        const email = `guest${++people}@example.com`;
        await client.post('/invitations', { email, roleId: 'sales_rep' });
        await harness.drain();
        return { email, token: await tokenMailedTo(harness, email, 'accept-invitation') };
      },
      act: accept,
      check: async (state, items) => {
        const user = items.find(({ kind, email }) => kind === 'user' && email === state.email);
        const joined = items.filter(({ event }) => {
          const { type, subject } = (event ?? {}) as { type?: string; subject?: { id: string } };
          return type === 'user.joined' && subject?.id === user?.sk;
        });
        expect(joined).toHaveLength(user?.status === 'active' ? 1 : 0);
        const again = user?.status === 'active' ? await logIn(state.email, PASSWORD) : await accept(state);
        expect(again).toMatchObject({ status: 200, body: { tenant: { id: session.tenant.id } } });
      },
    });
    expect(kills).toBeGreaterThan(5);
  });

  it('leaves the old password or the new one, with the event and the sessions that belong to it (D4, S6)', async () => {
    const kills = await killEverywhere({
      prepare: async () => {
        const company = await signUpCompany(harness, { password: PASSWORD });
        await createApiClient().post('/password/forgot', { email: company.email });
        await harness.drain();
        return { company, token: await tokenMailedTo(harness, company.email, 'reset-password') };
      },
      act: ({ token }) => createApiClient().post('/password/reset', { token, password: NEW_PASSWORD }),
      check: async ({ company, token }, items) => {
        const { tenant } = company.session;
        const isChanged = eventsIn(items, tenant.id, 'user.password_changed') === 1;
        expect((await logIn(company.email, isChanged ? NEW_PASSWORD : PASSWORD)).status).toBe(200);
        expect((await logIn(company.email, isChanged ? PASSWORD : NEW_PASSWORD)).status).toBe(401);
        expect((await company.client.get('/session')).status).toBe(isChanged ? 401 : 200);
        const again = await createApiClient().post('/password/reset', { token, password: NEW_PASSWORD });
        expect(again.status).toBe(isChanged ? 422 : 204);
      },
    });
    expect(kills).toBeGreaterThan(5);
  });
});

function accept({ token }: { token: string }): Promise<ApiAnswer> {
  return createApiClient().post('/invitations/accept', {
    token,
    name: 'Gus',
    password: PASSWORD,
    locale: 'en',
  });
}
