import { catalogue } from '@vinculo/sales/catalogue';
import {
  aName,
  anAddress,
  anInboundHook,
  aPipeline,
  aRole,
  aView,
  aWebhook,
  type Things,
  valuesOf,
} from './things';

export type Bodies = Readonly<Record<string, (own: Things) => unknown>>;

const ofOneAccount = ({ account }: Things) => [{ field: 'accountId', op: 'eq', value: account }];

/** What an authenticator answers, of a passkey that nobody has. */
const signed = (answer: object) => ({
  id: 'none',
  rawId: 'none',
  type: 'public-key',
  response: { clientDataJSON: 'none', authenticatorData: 'none', ...answer },
  clientExtensionResults: {},
});

/** A valid body for each operation that takes one, with every id that it can name. */
const OTHERS: Bodies = {
  'POST /signup': () => ({
    company: aName('Company'),
    name: 'Ada',
    email: anAddress(),
    password: 'correct horse battery staple',
    country: 'ES',
    locale: 'en',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
  }),
  'POST /verify': () => ({ token: 'none' }),
  'POST /login': () => ({ email: anAddress(), password: 'no password of anybody' }),
  'POST /password/forgot': () => ({ email: anAddress() }),
  'POST /password/reset': () => ({ token: 'none', password: 'another good password' }),
  'POST /invitations/accept': () => ({ token: 'none', name: 'Ada', password: 'another good password' }),
  'POST /login-steps/code': () => ({ challenge: 'none', code: '000000' }),
  'POST /login-steps/enrolment': () => ({ challenge: 'none' }),
  'POST /login-steps/enrolment/confirm': () => ({ challenge: 'none', code: '000000' }),
  'POST /login-steps/passkey/options': () => ({}),
  'POST /login-steps/passkey': () => ({ challenge: 'none', response: signed({ signature: 'none' }) }),
  'PATCH /session': () => ({ locale: 'en' }),
  'POST /password': () => ({ current: 'not my password', password: 'another good password' }),
  'POST /second-factor/totp': ({ password }) => ({ password }),
  'POST /second-factor/totp/confirm': () => ({ code: '000000' }),
  'POST /second-factor/totp/disable': ({ password }) => ({ password }),
  'POST /second-factor/recovery-codes': ({ password }) => ({ password }),
  'POST /passkeys/options': ({ password }) => ({ password }),
  'POST /passkeys': () => ({ name: aName('Passkey'), response: signed({ attestationObject: 'none' }) }),
  'PATCH /passkeys/{id}': () => ({ name: aName('Passkey') }),
  'POST /passkeys/{id}/remove': ({ password }) => ({ password }),
  'PATCH /users/{id}': ({ role, team }) => ({ roleId: role, teamIds: [team] }),
  'POST /invitations': ({ role, team }) => ({ email: anAddress(), roleId: role, teamIds: [team] }),
  'POST /api-keys': ({ role }) => ({ name: aName('Key'), roleId: role }),
  'PATCH /api-keys/{id}': ({ role }) => ({ roleId: role }),
  'POST /api-keys/{id}/rotate': () => ({}),
  'POST /inbound-hooks': (own) => anInboundHook(own),
  'PATCH /inbound-hooks/{id}': ({ role }) => ({ roleId: role }),
  'POST /inbound-hooks/{id}/rotate': () => ({}),
  'POST /webhooks': (own) => aWebhook(own),
  'PATCH /webhooks/{id}': ({ role }) => ({ roleId: role }),
  'POST /webhooks/{id}/rotate-secret': () => ({}),
  'POST /webhooks/{id}/replay': () => ({ since: '2026-03-01T00:00:00.000Z' }),
  'POST /roles': () => aRole([], 'none'),
  'PATCH /roles/{id}': () => ({ name: aName('Role') }),
  'POST /teams': () => ({ name: aName('Team') }),
  'PATCH /teams/{id}': () => ({ name: aName('Team') }),
  'PATCH /tenant': () => ({ fiscalYearStartMonth: 4 }),
  'POST /files': () => ({ name: 'file.csv', size: 1 }),
  'POST /imports': ({ file }) => ({ type: 'contact', fileId: file }),
  'PATCH /imports/{id}': () => ({ mode: 'create' }),
  'PATCH /imports/{id}/rows': () => ({ fixes: [{ row: 1, skip: true }] }),
  'POST /exports': (own) => ({ type: 'contact', filter: ofOneAccount(own) }),
  'POST /views': (own) => ({ ...aView(), filter: ofOneAccount(own) }),
  'PATCH /views/{id}': () => ({ name: aName('View') }),
  'POST /notifications/read': ({ notification }) => ({ ids: [notification] }),
  'POST /pipelines': () => aPipeline(),
  'PATCH /pipelines/{id}': ({ stage = '', wonStage }) => {
    const [open, won, lost] = aPipeline().stages;
    return { stages: [open, { id: wonStage, ...won }, lost], stageMoves: { [stage]: wonStage } };
  },
  'POST /leads/{id}/convert': ({ account, contact, pipeline, stage, user, team }) => ({
    account: { id: account },
    contact: { lastName: aName('Converted'), ownerId: user, teamId: team },
    opportunity: { name: aName('Converted'), contactId: contact, pipelineId: pipeline, stageId: stage },
  }),
  'PUT /lost-reasons': () => ({ items: [{ name: 'Price' }] }),
  'PUT /currency-rates': () => ({ items: [{ currency: 'USD', date: '2026-03-01', rate: '0.9' }] }),
};

const OF_RECORDS = catalogue.models.flatMap(({ type: { name, plural } }): Array<[string, Bodies[string]]> => {
  const values = (own: Things) => valuesOf(name, own);
  return [
    [`POST /${plural}`, values],
    [`PATCH /${plural}/{id}`, values],
    [`POST /${plural}/duplicates`, (own) => ({ values: values(own), excludeId: own[name] })],
    [`POST /${plural}/batch`, (own) => ({ operations: [{ op: 'create', data: values(own) }] })],
  ];
});

/** An operation with a body that is in neither fails the matrix with its name. */
export const BODIES: Bodies = { ...OTHERS, ...Object.fromEntries(OF_RECORDS) };

/** More forms of the same, where one body can't name every id. */
export const MORE_BODIES: Bodies = Object.fromEntries(
  catalogue.models.flatMap(({ type: { name, plural } }) => {
    const operations = (own: Things) => [
      { op: 'update', id: own[name], data: valuesOf(name, own) },
      { op: 'delete', id: own[name] },
      { op: 'restore', id: own[name] },
    ];
    return [
      [`POST /${plural}/batch`, (own: Things) => operations(own).map((one) => ({ operations: [one] }))],
    ];
  }),
);
