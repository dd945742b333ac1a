import { logInRoutes, sessionRoutes } from '@vinculo/identity/sessions/routes';
import { createRouter } from '@vinculo/platform/http/routes';
import { favouriteRoutes } from '@vinculo/records/favourites/routes';
import { metadataRoutes } from '@vinculo/records/metadata/routes';
import { notificationRoutes } from '@vinculo/records/notifications/routes';
import { recentRoutes } from '@vinculo/records/recents/routes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { viewRoutes } from '@vinculo/records/views/routes';
import type { ApiEnv } from '../env';

/** Log-in, what the web client asks for when it opens, and what people arrange for themselves. */
export function workplaceRoutes(catalogue: Catalogue) {
  return createRouter<ApiEnv>()
    .route('/', logInRoutes)
    .route('/', sessionRoutes)
    .route('/', metadataRoutes(catalogue))
    .route('/', viewRoutes(catalogue))
    .route('/', favouriteRoutes(catalogue))
    .route('/', recentRoutes(catalogue))
    .route('/', notificationRoutes);
}
