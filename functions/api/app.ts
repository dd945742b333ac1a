import { createRouter } from '@vinculo/platform/http/routes';
import { newId } from '@vinculo/platform/ids';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { catalogue as everyType } from '@vinculo/sales/catalogue';
import { bodyLimit } from 'hono/body-limit';
import { AccessTable, enforceAccess } from './auth';
import { BASE_PATH } from './base-path';
import { BODY_MAXIMUM_BYTES } from './body-limit';
import { allowOrigins, refuseCrossSite } from './cross-site';
import type { ApiEnv } from './env';
import { takeEffectOnce } from './idempotency/once';
import { answerError, answerNotFound, answerTooLarge } from './problem';
import { type Admit, admitBy, sayRates } from './rates/admit';
import { RATES, type Rates } from './rates/plans';
import { type ClientIp, noteRequests } from './request-facts';
import { assertOwnPaths, type RouteGroup, type Routes, routeGroups } from './route-groups';
import { addSecurityHeaders } from './security-headers';
import { speakVersion } from './version';

export interface AppOptions {
  /** How this host tells the caller's address. */
  clientIp?: ClientIp;
  /** Other origins that may call the API with credentials, exactly as browsers send them. */
  corsOrigins?: readonly string[];
  /** The record types that it serves; all of the product's by default. */
  catalogue?: Catalogue;
  /** How much each plan may ask; the product's by default. */
  rates?: Rates | 'unmetered';
}

/**
 * The whole HTTP API as one Hono app: the Lambda handler, the local server and the tests all run this. It hands each
 * request to the app of the group that its path belongs to.
 */
export function createApp(options: AppOptions = {}) {
  const { rates = RATES } = options;
  const admit = rates === 'unmetered' ? undefined : admitBy(rates);
  const apps = new Map<RouteGroup, Promise<Routes>>();
  function appOf(group: RouteGroup): Promise<Routes> {
    const known = apps.get(group);
    if (known) return known;
    const app = createGroupApp(group, options, admit);
    // What could not be read this time may be readable the next.
    app.catch(() => apps.delete(group));
    apps.set(group, app);
    return app;
  }

  const front = createRouter<ApiEnv>();
  front.onError((error, c) => {
    c.set('requestId', newId('req'));
    return answerError(error, c);
  });
  front.use(addSecurityHeaders);
  front.all('*', async (c) => (await appOf(groupOf(c.req.path))).fetch(c.req.raw, c.env));
  return front;
}

/** The operations of one group, behind everything that each request passes. Throws when one has no rule (S9). */
async function createGroupApp(
  group: RouteGroup,
  { clientIp = () => '', corsOrigins = [], catalogue = everyType }: AppOptions,
  admit: Admit | undefined,
): Promise<Routes> {
  const accessTable = new AccessTable();
  const app = createRouter<ApiEnv>();
  app.onError(answerError);
  app.notFound(answerNotFound);
  app.use(noteRequests(clientIp));
  app.use(allowOrigins(corsOrigins));
  app.use(speakVersion);
  app.use(bodyLimit({ maxSize: BODY_MAXIMUM_BYTES, onError: answerTooLarge }));
  app.use(refuseCrossSite(corsOrigins));
  app.use(sayRates);
  app.use(enforceAccess(accessTable, admit));

  const routes = await group.load(catalogue);
  app.use(takeEffectOnce(routes, (request, c) => app.fetch(request, c.env)));
  assertOwnPaths(group, routes);
  accessTable.read(routes, BASE_PATH);
  app.route(BASE_PATH, routes);
  return app;
}

const everyday = routeGroups.find(({ segments }) => !segments);
const groupsBySegment = new Map(
  routeGroups.flatMap((group) => (group.segments ?? []).map((segment) => [segment, group] as const)),
);

function groupOf(path: string): RouteGroup {
  const segment = path.startsWith(`${BASE_PATH}/`) ? path.slice(BASE_PATH.length + 1).split('/')[0] : '';
  const group = groupsBySegment.get(segment ?? '') ?? everyday;
  if (!group) throw new Error('No group has the paths that are left');
  return group;
}
