import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import type { ApiEnv } from './env';
import { everydayRoutes } from './routes/everyday';

export type Routes = OpenAPIHono<ApiEnv>;

/** Operations whose code is read together. */
export interface RouteGroup {
  /** The first segments of its paths, which no other group has. Without them: every path that is left. */
  readonly segments?: readonly string[];
  load(catalogue: Catalogue): Routes | Promise<Routes>;
}

/**
 * Every operation of the API. A group with segments is read when the first request for it comes, so that what few
 * requests need does not make each cold start longer (P2).
 */
export const routeGroups: readonly RouteGroup[] = [
  { load: everydayRoutes },
  {
    segments: [
      ...['signup', 'verify', 'password', 'invitations'],
      ...['users', 'roles', 'teams', 'tenant', 'api-keys', 'audit'],
    ],
    load: async () => (await import('./routes/administration')).administrationRoutes(),
  },
  {
    segments: [
      ...['login', 'logout', 'session', 'sessions'],
      ...['metadata', 'views', 'favourites', 'recents', 'notifications'],
    ],
    load: async (catalogue) => (await import('./routes/workplace')).workplaceRoutes(catalogue),
  },
  {
    segments: ['login-steps', 'second-factor', 'passkeys'],
    load: async () => (await import('./routes/protection')).protectionRoutes(),
  },
  {
    segments: ['files', 'imports', 'exports'],
    load: async (catalogue) => (await import('./routes/transfer')).transferRoutes(catalogue),
  },
  {
    segments: ['pipelines', 'lost-reasons', 'currency-rates'],
    load: async () => (await import('./routes/sales')).salesRoutes(),
  },
  {
    segments: ['webhooks', 'webhook-event-types', 'inbound-hooks', 'hooks'],
    load: async (catalogue) => (await import('./routes/integrations')).integrationRoutes(catalogue),
  },
  {
    segments: ['limits'],
    load: async (catalogue) => (await import('./limits/routes')).limitRoutes(catalogue),
  },
  {
    segments: ['openapi.json'],
    load: async (catalogue) => (await import('./openapi')).documentRoutes(() => loadAll(catalogue)),
  },
];

/** The routes of every group, in the order of the list. */
async function loadAll(catalogue: Catalogue): Promise<Routes[]> {
  return Promise.all(routeGroups.map(async (group) => group.load(catalogue)));
}

/** Throws when a route's path lies in another group than the one that has it, where no request would find it. */
export function assertOwnPaths(group: RouteGroup, routes: Routes): void {
  const owned = new Set(group.segments ?? []);
  const others = new Set(routeGroups.flatMap(({ segments = [] }) => segments));
  for (const definition of routes.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue;
    const { path } = definition.route;
    const segment = path.split('/')[1] ?? '';
    if (group.segments ? !owned.has(segment) : others.has(segment)) {
      throw new Error(`${path} is not in the group of routes that its first segment belongs to`);
    }
  }
}
