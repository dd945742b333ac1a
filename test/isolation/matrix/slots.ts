import * as z from 'zod';
import type { Operation } from './operations';
import type { Request } from './requests';
import type { Things } from './things';

/** A place in a request that names something of the sender's by its id. */
export interface Slot {
  /** `path/id`, `query/filter/0/value`, `body/teamIds/0`; `body/stageMoves/*` is a key. */
  readonly pointer: string;
  readonly kind: string;
  readonly request: Request;
  /** The same request with another id there. */
  with(id: string): Request;
}

type Json = Record<string, unknown> | unknown[];

const requestSchema = z.object({
  path: z.record(z.string(), z.string()),
  query: z.record(z.string(), z.unknown()),
  body: z.unknown().optional(),
});

/** Every id of the sender's in a request, wherever it is. */
export function slotsOf(request: Request, own: Things): Slot[] {
  const { password: _, ...ids } = own;
  const kinds = new Map(Object.entries(ids).map(([kind, id]) => [id, kind]));
  const slots: Slot[] = [];
  const visit: Visit = (pointer, id, put) => {
    const kind = kinds.get(id);
    if (kind)
      slots.push({ pointer, kind, request, with: (other) => ({ ...requestSchema.parse(put(other)) }) });
  };
  walk({ ...request }, '', visit, (next) => next);
  return slots;
}

type Visit = (pointer: string, id: string, put: (other: string) => unknown) => void;

function walk(value: Json, pointer: string, visit: Visit, rebuild: (next: Json) => unknown): void {
  for (const [name, part] of Object.entries(value)) {
    const at = `${pointer}/${name}`;
    const set = (next: unknown) => rebuild(replaced(value, name, next));
    if (!Array.isArray(value)) visit(`${pointer}/*`, name, (other) => rebuild(renamed(value, name, other)));
    if (typeof part === 'string') visit(at, part, set);
    else if (isJson(part)) walk(part, at, visit, set);
  }
}

function isJson(value: unknown): value is Json {
  return value !== null && typeof value === 'object';
}

function replaced(value: Json, name: string, next: unknown): Json {
  if (Array.isArray(value)) return value.map((one, position) => (String(position) === name ? next : one));
  return { ...value, [name]: next };
}

function renamed(value: Record<string, unknown>, name: string, other: string): Json {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key === name ? other : key, part]));
}

/** Ids that the document has and that a valid request never names. */
const NEVER_NAMED: Readonly<Record<string, readonly string[]>> = {
  // The stages of a pipeline that is not there yet: whatever id they are given is refused.
  'POST /pipelines': ['/body/stages/*/id'],
  // An entry of the very list that is sent.
  'PUT /lost-reasons': ['/body/items/*/id'],
  // The authenticator's name for a key that it has just made.
  'POST /passkeys': ['/body/response/id', '/body/response/rawId'],
};

/** The pointers at which the document says that the operation takes an id. */
export function documentedIds({ name, pathParameters, idPointers }: Operation): string[] {
  const paths = pathParameters.filter((parameter) => /^id$|Id$/.test(parameter));
  return [
    ...paths.map((parameter) => `/path/${parameter}`),
    ...idPointers
      .map((pointer) => `/body${pointer}`)
      .filter((pointer) => !NEVER_NAMED[name]?.includes(pointer)),
  ];
}

/** The place of a slot as the document has it, with `*` for any position. */
export function documentedPointer({ pointer }: Slot): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
}
