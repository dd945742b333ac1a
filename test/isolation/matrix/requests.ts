import type { Field } from '@vinculo/records/types/record-type';
import { SYSTEM_FIELDS } from '@vinculo/records/types/system-fields';
import { catalogue } from '@vinculo/sales/catalogue';
import type { ApiAnswer, ApiClient } from '../../support/api-client';
import { BODIES, MORE_BODIES } from './bodies';
import type { Operation } from './operations';
import type { Things } from './things';

/** A request that is valid with the ids that its sender has. */
export interface Request {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

const TYPES = catalogue.models.map(({ type }) => type);
const KINDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(TYPES.map(({ plural, name }) => [plural, name])),
  users: 'user',
  roles: 'role',
  teams: 'team',
  invitations: 'invitation',
  'api-keys': 'apiKey',
  passkeys: 'passkey',
  sessions: 'session',
  pipelines: 'pipeline',
  imports: 'import',
  exports: 'export',
  views: 'view',
  webhooks: 'webhook',
  'inbound-hooks': 'inboundHook',
  favourites: 'contact',
  recents: 'contact',
};

/** Every request that is needed to name each id that the operation can take. Throws for what nobody has told how to. */
export function requestsOf(operation: Operation, own: Things): Request[] {
  const { name, hasBody } = operation;
  const path = Object.fromEntries(
    operation.pathParameters.map((parameter) => [parameter, pathValue(operation, parameter, own)]),
  );
  const body = BODIES[name]?.(own);
  if (hasBody && body === undefined) throw new Error(`Say in BODIES what a valid body of ${name} is.`);
  const more = MORE_BODIES[name]?.(own);
  return [
    { path, query: {}, ...(hasBody ? { body } : {}) },
    ...(Array.isArray(more) ? more.map((other: unknown) => ({ path, query: {}, body: other })) : []),
    ...filtersOf(operation, own).map((filter) => ({ path, query: { filter } })),
  ];
}

function collectionOf({ path }: Operation): string {
  return path.split('/')[1] ?? '';
}

function pathValue(operation: Operation, parameter: string, own: Things): string {
  const collection = collectionOf(operation);
  if (parameter === 'relation') {
    return TYPES.find(({ plural }) => plural === collection)?.relations?.[0]?.name ?? 'none';
  }
  const id = parameter === 'deliveryId' ? own.delivery : own[KINDS[collection] ?? ''];
  if (!id) throw new Error(`Say in KINDS what {${parameter}} of ${operation.name} is, and make one.`);
  return id;
}

/** One filter for each field of the type that holds an id. */
function filtersOf(operation: Operation, own: Things): object[] {
  if (!operation.queryParameters.includes('filter')) return [];
  const collection = collectionOf(operation);
  const type = TYPES.find(
    ({ plural }) => plural === (collection === 'pipelines' ? 'opportunities' : collection),
  );
  if (!type) throw new Error(`Say what ${operation.name} filters.`);
  const fields = Object.entries<Field>({ ...type.fields, ...SYSTEM_FIELDS });
  return fields.flatMap(([name, field]) => {
    const kind = kindHeld(name, field);
    if (!kind) return [];
    const value = own[kind];
    if (!value) throw new Error(`Make a ${kind}, which the field ${name} of ${type.name} holds.`);
    return [[{ field: name, op: 'eq', value }]];
  });
}

/** What a field holds the id of: it says so, or its name does. */
function kindHeld(name: string, field: Field): string | undefined {
  if (field.kind === 'reference') return field.to[0];
  if (field.kind === 'user' || field.kind === 'team') return field.kind;
  return name === 'externalId' ? undefined : /^([a-z]+)Id$/.exec(name)?.[1];
}

export function send(
  client: Pick<ApiClient, 'call'>,
  operation: Operation,
  { path, query, body }: Request,
  { version = 1, headers = {} }: { version?: number | undefined; headers?: Record<string, string> } = {},
): Promise<ApiAnswer> {
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name] ?? ''));
  const pairs = Object.entries(query).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const search = pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
  const ifMatch: Record<string, string> = operation.takesVersion ? { 'if-match': `"${version}"` } : {};
  return client.call(operation.method, filled + search, body, { ...ifMatch, ...headers });
}
