import type { Key } from '@vinculo/platform/table/writes';

/** Access patterns: a delivery by endpoint and event, and the deliveries of an endpoint, newest event first. */
export const DELIVERY_PREFIX = 'delivery#';

export function deliveryKey(webhookId: string, eventId: string): Key {
  return { pk: webhookId, sk: DELIVERY_PREFIX + eventId };
}

/** What receivers tell messages apart by: the same for every attempt and replay of an event to an endpoint. */
export function messageIdOf({ webhookId, eventId }: { webhookId: string; eventId: string }): string {
  return `${eventId}-${webhookId}`;
}
