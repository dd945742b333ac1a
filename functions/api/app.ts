import { identityRoutes } from '@vinculo/identity/routes';
import { createRouter } from '@vinculo/platform/http/routes';
import { duplicateRoutes } from '@vinculo/records/duplicates/routes';
import { exportRoutes } from '@vinculo/records/exports/routes';
import { favouriteRoutes } from '@vinculo/records/favourites/routes';
import { fileRoutes } from '@vinculo/records/files/routes';
import { importRoutes } from '@vinculo/records/imports/routes';
import { metadataRoutes } from '@vinculo/records/metadata/routes';
import { notificationRoutes } from '@vinculo/records/notifications/routes';
import { recentRoutes } from '@vinculo/records/recents/routes';
import { relatedRoutes } from '@vinculo/records/related/routes';
import { recordRoutes } from '@vinculo/records/routes/record-routes';
import { searchRoutes } from '@vinculo/records/search/routes';
import { timelineRoutes } from '@vinculo/records/timeline/routes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { viewRoutes } from '@vinculo/records/views/routes';
import { catalogue as everyType } from '@vinculo/sales/catalogue';
import { salesRoutes } from '@vinculo/sales/routes';
import { bodyLimit } from 'hono/body-limit';
import { AccessTable, enforceAccess } from './auth';
import { BASE_PATH } from './base-path';
import { allowOrigins, refuseCrossSite } from './cross-site';
import type { ApiEnv } from './env';
import { addOpenApi } from './openapi';
import { answerError, answerNotFound, answerTooLarge } from './problem';
import { type ClientIp, noteRequests } from './request-facts';
import { addSecurityHeaders } from './security-headers';

const BODY_MAXIMUM_BYTES = 1_048_576;

export interface AppOptions {
  /** How this host tells the caller's address. */
  clientIp?: ClientIp;
  /** Other origins that may call the API with credentials, exactly as browsers send them. */
  corsOrigins?: readonly string[];
  /** The record types that it serves; all of the product's by default. */
  catalogue?: Catalogue;
}

/**
 * The whole HTTP API as one Hono app: the Lambda handler, the local server and the tests all run this. Throws when an
 * operation does not say who may call it (S9).
 */
export function createApp({ clientIp = () => '', corsOrigins = [], catalogue = everyType }: AppOptions = {}) {
  const accessTable = new AccessTable();
  const app = createRouter<ApiEnv>();
  app.onError(answerError);
  app.notFound(answerNotFound);
  app.use(noteRequests(clientIp));
  app.use(addSecurityHeaders);
  app.use(allowOrigins(corsOrigins));
  app.use(bodyLimit({ maxSize: BODY_MAXIMUM_BYTES, onError: answerTooLarge }));
  app.use(refuseCrossSite(corsOrigins));
  app.use(enforceAccess(accessTable));

  const api = createRouter<ApiEnv>();
  api.route('/', identityRoutes);
  api.route('/', recordRoutes(catalogue));
  api.route('/', duplicateRoutes(catalogue));
  api.route('/', searchRoutes(catalogue));
  api.route('/', fileRoutes);
  api.route('/', importRoutes(catalogue));
  api.route('/', exportRoutes(catalogue));
  api.route('/', timelineRoutes(catalogue));
  api.route('/', metadataRoutes(catalogue));
  api.route('/', viewRoutes(catalogue));
  api.route('/', favouriteRoutes(catalogue));
  api.route('/', recentRoutes(catalogue));
  api.route('/', notificationRoutes);
  api.route('/', relatedRoutes(catalogue));
  api.route('/', salesRoutes);
  addOpenApi(api);

  accessTable.read(api, BASE_PATH);
  app.route(BASE_PATH, api);
  return app;
}
