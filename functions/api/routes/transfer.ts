import { createRouter } from '@vinculo/platform/http/routes';
import { exportRoutes } from '@vinculo/records/exports/routes';
import { fileRoutes } from '@vinculo/records/files/routes';
import { importRoutes } from '@vinculo/records/imports/routes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import type { ApiEnv } from '../env';

/** Files in and out. */
export function transferRoutes(catalogue: Catalogue) {
  return createRouter<ApiEnv>()
    .route('/', fileRoutes)
    .route('/', importRoutes(catalogue))
    .route('/', exportRoutes(catalogue));
}
