import { deliveryRoutes } from '@vinculo/integrations/deliveries/routes';
import { receiveRoutes } from '@vinculo/integrations/inbound/receive-route';
import { inboundHookRoutes } from '@vinculo/integrations/inbound/routes';
import { webhookRoutes } from '@vinculo/integrations/webhooks/routes';
import { createRouter } from '@vinculo/platform/http/routes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import type { ApiEnv } from '../env';

/** What other systems are told, and what they tell. */
export function integrationRoutes(catalogue: Catalogue) {
  return createRouter<ApiEnv>()
    .route('/', webhookRoutes(catalogue))
    .route('/', deliveryRoutes(catalogue))
    .route('/', inboundHookRoutes(catalogue))
    .route('/', receiveRoutes(catalogue));
}
