import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { createRouter } from '@vinculo/platform/http/routes';
import { boardRoutes } from './board/routes';
import { conversionRoutes } from './conversion/routes';
import { currencyRateRoutes } from './currency-rates/routes';
import { forecastRoutes } from './forecast/routes';
import { lostReasonRoutes } from './lost-reasons/routes';
import { opportunityRoutes } from './opportunities/routes';
import { pipelineRoutes } from './pipelines/routes';

/** What sales adds to the operations that every record type has. */
export const salesRoutes = createRouter<AuthEnv>()
  .route('/', pipelineRoutes)
  .route('/', boardRoutes)
  .route('/', forecastRoutes)
  .route('/', opportunityRoutes)
  .route('/', conversionRoutes)
  .route('/', lostReasonRoutes)
  .route('/', currencyRateRoutes);
