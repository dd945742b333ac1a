import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Permission } from '@vinculo/identity/access/access';
import { permissionSchema } from '@vinculo/identity/access/access';
import { type Principal, requirePerson } from '@vinculo/identity/access/principal';
import type { RouteAccess } from '@vinculo/identity/access/route-access';
import { requirePermission, type UserContext } from '@vinculo/identity/access/user-context';
import { authenticateKey } from '@vinculo/identity/api-keys/authenticate';
import { readBearer } from '@vinculo/identity/api-keys/bearer';
import { authenticate } from '@vinculo/identity/sessions/authenticate';
import { readSessionCookie } from '@vinculo/identity/sessions/cookie';
import { trialEnded } from '@vinculo/identity/tenants/trial-ended';
import { AppError, NotFoundError, UnauthenticatedError } from '@vinculo/platform/errors';
import { BATCH_MAXIMUM } from '@vinculo/records/routes/batch-operation';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import * as z from 'zod';
import type { ApiEnv } from './env';
import type { Admit } from './rates/admit';
import { patternOf } from './route-pattern';

interface Rule {
  access: RouteAccess;
  isAllowedAfterTrial: boolean;
  isForPeople: boolean;
  /** The member of its body whose items count as a request each. */
  countsItemsOf: string | undefined;
}

/** Who may call which operation, read from the routes' own OpenAPI metadata: what is documented is what is enforced. */
export class AccessTable {
  readonly #rules = new Map<string, Rule>();
  readonly #methods = new Map<string, string[]>();

  /** Throws unless every operation says who may call it, and every body is required (S9). */
  read(api: OpenAPIHono<ApiEnv>, basePath: string): void {
    for (const definition of api.openAPIRegistry.definitions) {
      if (definition.type !== 'route') continue;
      const { route } = definition;
      const name = `${route.method.toUpperCase()} ${route.path}`;
      const access = toRouteAccess(route['x-access']);
      if (!access)
        throw new Error(`${name} does not declare who may call it: spread access(…) into its route`);
      // An optional body skips its schema when a request has no content type.
      if (route.request?.body && !route.request.body.required)
        throw new Error(`${name} must require its body`);
      const path = basePath + patternOf(route.path);
      this.#methods.set(path, [...(this.#methods.get(path) ?? []), route.method.toUpperCase()]);
      this.#rules.set(`${route.method.toUpperCase()} ${path}`, {
        access,
        isAllowedAfterTrial: route['x-after-trial'] === true,
        isForPeople: route['x-for-people'] === true,
        countsItemsOf: z.string().safeParse(route['x-counts-items-of']).data,
      });
    }
  }

  /** The rule of the operation that will answer; undefined when none will. */
  ruleOf(c: Context): Rule | undefined {
    for (const { method, path } of matchedRoutes(c)) {
      const rule = this.#rules.get(`${method} ${path}`);
      if (rule) return rule;
    }
    return undefined;
  }

  /** The methods of the operations on a path; none when there is no such path. */
  methodsOf(path: string): readonly string[] {
    const [nearest] = [...this.#methods.keys()]
      .filter((pattern) => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(path))
      .sort((left, right) => parametersIn(left) - parametersIn(right));
    return (nearest && this.#methods.get(nearest)?.toSorted()) || [];
  }
}

const parametersIn = (pattern: string) => pattern.split(':').length;

/** Builds the actor's context, meters the request, and applies the operation's rule before any input is looked at. */
export function enforceAccess(table: AccessTable, admit?: Admit): MiddlewareHandler<ApiEnv> {
  return async function enforce(c, next) {
    const rule = table.ruleOf(c);
    if (!rule) throw unknownOperation(table.methodsOf(c.req.path));
    if (rule.access === 'public') return next();
    const { ctx, principal } = await findPrincipal(c);
    c.set('ctx', ctx);
    c.set('principal', principal);
    await admit?.(c, ctx, principal, await costOf(c, rule));
    if (rule.isForPeople) requirePerson(principal);
    if (isPermission(rule.access)) requirePermission(ctx, rule.access);
    const isWrite = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    if (isWrite && ctx.tenant.isReadOnly && !rule.isAllowedAfterTrial) throw trialEnded();
    return next();
  };
}

/** One, or the number of operations of a batch, as far as it can be read. */
async function costOf(c: Context<ApiEnv>, { countsItemsOf }: Rule): Promise<number> {
  if (countsItemsOf === undefined) return 1;
  const body: unknown = await c.req.json().catch(() => undefined);
  const items = z.record(z.string(), z.unknown()).safeParse(body).data?.[countsItemsOf];
  return Array.isArray(items) ? Math.min(Math.max(1, items.length), BATCH_MAXIMUM) : 1;
}

function unknownOperation(methods: readonly string[]): AppError {
  if (methods.length === 0) return new NotFoundError('route.unknown', 'There is no such operation.');
  const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
  return new AppError(405, 'method.not_allowed', `This can be called by ${allow}.`, { headers: { allow } });
}

/** An API key where one is sent, whatever cookies come with it; else the session. */
async function findPrincipal(c: Context<ApiEnv>): Promise<{ ctx: UserContext; principal: Principal }> {
  const secret = readBearer(c);
  if (secret !== undefined) return authenticateKey(secret, c.var.requestId);
  const token = readSessionCookie(c);
  if (token === undefined) throw new UnauthenticatedError();
  return authenticate(token, c.var.requestId);
}

function toRouteAccess(value: unknown): RouteAccess | undefined {
  if (value === 'public' || value === 'self' || value === 'record') return value;
  return permissionSchema.safeParse(value).data;
}

function isPermission(access: RouteAccess): access is Permission {
  return access !== 'public' && access !== 'self' && access !== 'record';
}
