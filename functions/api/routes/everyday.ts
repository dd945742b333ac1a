import { createRouter } from '@vinculo/platform/http/routes';
import { duplicateRoutes } from '@vinculo/records/duplicates/routes';
import { relatedRoutes } from '@vinculo/records/related/routes';
import { recordRoutes } from '@vinculo/records/routes/record-routes';
import { searchRoutes } from '@vinculo/records/search/routes';
import { timelineRoutes } from '@vinculo/records/timeline/routes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { conversionRoutes } from '@vinculo/sales/conversion/routes';
import { opportunityRoutes } from '@vinculo/sales/opportunities/routes';
import type { ApiEnv } from '../env';

/** Records: what nearly every request is about, ready at a cold start. */
export function everydayRoutes(catalogue: Catalogue) {
  return createRouter<ApiEnv>()
    .route('/', recordRoutes(catalogue))
    .route('/', duplicateRoutes(catalogue))
    .route('/', searchRoutes(catalogue))
    .route('/', timelineRoutes(catalogue))
    .route('/', relatedRoutes(catalogue))
    .route('/', opportunityRoutes)
    .route('/', conversionRoutes);
}
