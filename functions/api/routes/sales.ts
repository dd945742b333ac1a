import { createRouter } from '@vinculo/platform/http/routes';
import { boardRoutes } from '@vinculo/sales/board/routes';
import { currencyRateRoutes } from '@vinculo/sales/currency-rates/routes';
import { forecastRoutes } from '@vinculo/sales/forecast/routes';
import { lostReasonRoutes } from '@vinculo/sales/lost-reasons/routes';
import { pipelineRoutes } from '@vinculo/sales/pipelines/routes';
import type { ApiEnv } from '../env';

/** Pipelines, and what they add up to. */
export function salesRoutes() {
  return createRouter<ApiEnv>()
    .route('/', pipelineRoutes)
    .route('/', boardRoutes)
    .route('/', forecastRoutes)
    .route('/', lostReasonRoutes)
    .route('/', currencyRateRoutes);
}
