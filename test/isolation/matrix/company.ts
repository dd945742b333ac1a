import { PERMISSIONS } from '@vinculo/identity/access/access';
import { directoryTable } from '@vinculo/identity/directory/directory-table';
import { listSessions } from '@vinculo/identity/sessions/repository';
import { catalogue } from '@vinculo/sales/catalogue';
import { joinCompany } from '../../integration/identity/colleague';
import { type ApiClient, createApiClient, signUpCompany } from '../../support/api-client';
import type { Harness } from '../../support/harness';
import { createKey } from '../../support/key-client';
import {
  aName,
  anInboundHook,
  anInvitation,
  aPipeline,
  aRole,
  aView,
  aWebhook,
  made,
  makeOwn,
  makePasskey,
  makeShared,
  openSession,
  type Person,
  type Things,
  valuesOf,
} from './things';

/** Somebody who sends requests, and the ids that a valid request of theirs names. */
export interface Principal {
  readonly name: string;
  readonly client: Pick<ApiClient, 'call'>;
  readonly own: Things;
  /** Whether it is somebody at all. */
  readonly isKnown: boolean;
  readonly hasRights: boolean;
  readonly isKey?: true;
}

export interface Company {
  readonly tenantId: string;
  readonly live: Things;
  /** What was there once: deleted, cancelled or ended. */
  readonly deleted: Things;
  /** Those that are not 1. */
  readonly versions: ReadonlyMap<string, number>;
  readonly principals: readonly Principal[];
}

export const PLURALS = new Map(catalogue.models.map(({ type }) => [type.name, type.plural]));

/** A company with one of everything, with what it deleted, and with people of every reach. */
export async function seedCompany(harness: Harness, name: string): Promise<Company> {
  const admin = await signUpCompany(harness, { company: name });
  const { client } = admin;
  const join = async (role: object) => joinCompany(harness, client, await made(client, '/roles', role));
  const restricted = await join(aRole(PERMISSIONS, 'own'));
  const powerless = await join(aRole([], 'none'));
  const colleague = await joinCompany(harness, client, 'admin');

  const shared = await makeShared(admin);
  const makeAll = async (person: Person, owner: Person): Promise<Record<string, string>> => {
    const user = owner.session.user.id;
    const things = await makeOwn(harness, person, { ...shared, user }, PLURALS);
    const notification = await notify(harness, colleague, person);
    return { ...things, notification, password: person.password };
  };
  // An admin can take their own rights away, and shall not.
  const live = await makeAll(admin, colleague);
  const ofRestricted = await makeAll(restricted, restricted);
  const deleted = await makeDeleted(admin, live);
  const { program } = await createKey(client);
  // Notes that it was used.
  await program.get('/tenant');
  const expired = await openSession(admin);
  await expire(harness, admin, expired.id);
  live.passkey = await makePasskey(admin);
  ofRestricted.passkey = await makePasskey(restricted);
  await harness.drain();
  const users: Array<{ id: string; version: number }> = (await client.get('/users')).body.items;
  return {
    tenantId: admin.session.tenant.id,
    live,
    deleted,
    versions: new Map(users.map(({ id, version }) => [id, version])),
    principals: [
      { name: 'an admin', client, own: live, isKnown: true, hasRights: true },
      {
        name: 'a user who reaches only their own',
        client: restricted.client,
        own: ofRestricted,
        isKnown: true,
        hasRights: true,
      },
      { name: 'an API key', client: program, own: live, isKnown: true, hasRights: true, isKey: true },
      {
        name: 'a user without rights',
        client: powerless.client,
        own: { ...live, password: powerless.password },
        isKnown: true,
        hasRights: false,
      },
      { name: 'an expired session', client: expired.client, own: live, isKnown: false, hasRights: false },
      { name: 'nobody', client: createApiClient(), own: live, isKnown: false, hasRights: false },
    ],
  };
}

/** One of everything that can be removed, and is. */
async function makeDeleted(admin: Person, live: Things): Promise<Things> {
  const { client } = admin;
  const bodies: Record<string, [collection: string, body: unknown]> = {
    role: ['/roles', aRole([], 'none')],
    team: ['/teams', { name: aName('Team') }],
    apiKey: ['/api-keys', { name: aName('Key'), roleId: live.role }],
    invitation: ['/invitations', anInvitation()],
    view: ['/views', aView()],
    pipeline: ['/pipelines', aPipeline()],
    webhook: ['/webhooks', aWebhook(live)],
    inboundHook: ['/inbound-hooks', anInboundHook(live)],
  };
  for (const [type, plural] of PLURALS) bodies[type] = [`/${plural}`, valuesOf(type, live)];
  const deleted: Record<string, string> = {};
  const remove = async (kind: string, path: string) => {
    const { status } = await client.delete(path, 1);
    if (status !== 204) throw new Error(`DELETE ${path} answered ${status}`);
    deleted[kind] = path.slice(path.lastIndexOf('/') + 1);
  };
  for (const [kind, [collection, body]] of Object.entries(bodies)) {
    await remove(kind, `${collection}/${await made(client, collection, body)}`);
  }
  await remove('session', `/sessions/${(await openSession(admin)).id}`);
  return deleted;
}

/** The id of a notification that somebody gets by being given a record. */
async function notify(harness: Harness, colleague: Person, { client, session }: Person): Promise<string> {
  await made(colleague.client, '/contacts', { lastName: aName('Given'), ownerId: session.user.id });
  await harness.drain();
  return (await client.get('/notifications')).body.items[0].id;
}

/** Only the clock ends a session by itself, and it would end all of them. */
async function expire(harness: Harness, { session }: Person, sessionId: string): Promise<void> {
  const context = harness.context(session.tenant.id);
  const stored = (await listSessions(context, session.user.id)).find((one) => one.sessionId === sessionId);
  if (!stored) throw new Error('There is no such session to expire.');
  await directoryTable().batchWrite([{ put: { ...stored, expiresAt: 1 } }]);
}
