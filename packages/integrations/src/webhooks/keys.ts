import type { Key } from '@vinculo/platform/table/writes';

/**
 * Access patterns: an endpoint by id, and all endpoints of the tenant. They lie in one partition, so that an event of a
 * tenant without any costs one read of half a unit.
 */
export const WEBHOOKS = 'webhooks';
export const WEBHOOK_PREFIX = 'whk_';

export function webhookKey(webhookId: string): Key {
  return { pk: WEBHOOKS, sk: webhookId };
}

/** How many endpoints the tenant has, so that its limit holds for two that are made at once. */
export const WEBHOOK_COUNT: Key = { pk: WEBHOOKS, sk: 'count' };
