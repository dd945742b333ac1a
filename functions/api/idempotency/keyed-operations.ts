import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import type { Idempotency } from '@vinculo/platform/http/idempotency';
import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import * as z from 'zod';
import { BASE_PATH } from '../base-path';
import type { ApiEnv } from '../env';
import { patternOf } from '../route-pattern';

export interface KeyedOperation {
  /** As in the document: `POST /contacts/{id}/restore`. */
  name: string;
  idempotency: Exclude<Idempotency, 'none'>;
  /** Status and body of its success. */
  status: number;
  answer: z.ZodType | undefined;
  /** Where the same answer can be read later. */
  source: Source | undefined;
}

/** `child`: GET of the path and an id; `parent`: GET without the last segment; `listed`: an item of the path's list. */
export type Source = 'child' | 'parent' | 'listed';

const known = new WeakMap<object, Map<string, KeyedOperation>>();

/** The operation that will answer, when an `Idempotency-Key` has an effect on it. */
export function keyedOperation(c: Context, api: OpenAPIHono<ApiEnv>): KeyedOperation | undefined {
  const operations = known.get(api) ?? readOperations(api);
  known.set(api, operations);
  for (const { method, path } of matchedRoutes(c)) {
    const operation = method === 'POST' ? operations.get(path) : undefined;
    if (operation) return operation;
  }
  return undefined;
}

/** By the pattern of their path, from the routes' own metadata. */
function readOperations({ openAPIRegistry }: OpenAPIHono<ApiEnv>): Map<string, KeyedOperation> {
  const routes = openAPIRegistry.definitions.flatMap((one) => (one.type === 'route' ? [one.route] : []));
  const answers = new Map(
    routes.flatMap((route) => (route.method === 'get' ? [[route.path, successOf(route).answer]] : [])),
  );
  return new Map(
    routes.flatMap((route) => {
      const idempotency = idempotencyOf(route);
      if (idempotency === 'none') return [];
      const success = successOf(route);
      const pattern = BASE_PATH + patternOf(route.path);
      const source = sourceOf(route.path, success.answer, answers);
      return [[pattern, { name: `POST ${route.path}`, idempotency, ...success, source }]];
    }),
  );
}

/** `none` for all that is no POST, and where there is no tenant to store anything in. */
export function idempotencyOf(route: {
  method: string;
  'x-access'?: unknown;
  'x-idempotency'?: unknown;
}): Idempotency {
  if (route.method !== 'post' || route['x-access'] === 'public') return 'none';
  const kind = route['x-idempotency'];
  return kind === 'none' || kind === 'rebuilt' || kind === 'secret' ? kind : 'stored';
}

function successOf({ responses }: RouteConfig): Pick<KeyedOperation, 'status' | 'answer'> {
  const status = Math.min(...Object.keys(responses).map(Number).filter(Number.isInteger));
  const response = responses[status];
  const content = response && 'content' in response ? response.content : undefined;
  const json = content?.['application/json'];
  const schema: unknown = json && 'schema' in json ? json.schema : undefined;
  return { status, answer: schema instanceof z.ZodType ? schema : undefined };
}

function sourceOf(
  path: string,
  answer: z.ZodType | undefined,
  answers: ReadonlyMap<string, z.ZodType | undefined>,
): Source | undefined {
  if (!answer) return undefined;
  const child = [...answers].find(([other]) => other.startsWith(`${path}/{`) && other.endsWith('}'));
  if (child?.[1] === answer) return 'child';
  const parent = path.slice(0, path.lastIndexOf('/'));
  if (parent.endsWith('}') && answers.get(parent) === answer) return 'parent';
  return itemsOf(answers.get(path)) === answer ? 'listed' : undefined;
}

function itemsOf(list: z.ZodType | undefined): unknown {
  const items: unknown = list instanceof z.ZodObject ? list.shape.items : undefined;
  return items instanceof z.ZodArray ? items.element : undefined;
}
