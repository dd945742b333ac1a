import { epochSeconds } from '@vinculo/platform/clock';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import type { Item } from '@vinculo/platform/table/writes';
import { DELIVERY_PREFIX, deliveryKey } from './keys';

/** What came of one attempt. */
export interface Attempt {
  at: string;
  durationMs: number;
  /** What the receiver answered; absent when it did not. */
  status?: number;
  /** Why there was no answer, as a stable code. */
  error?: string;
  /** The beginning of the answer. */
  response?: string;
}

/**
 * An event that is to be sent to an endpoint. It names the event and holds nothing of it: what is sent is read from the
 * event and the endpoint's role each time, so that what was erased or hidden since is sent no more.
 */
export interface DeliveryItem extends Item {
  kind: 'webhook_delivery';
  eventType: string;
  subject: DomainEvent['subject'];
  /** When the event happened. */
  at: string;
  status: 'pending' | 'delivered' | 'failed';
  /** Attempts that were noted; only ever grows, so a message for an earlier one is known to be stale. */
  attempts: number;
  /** Of these, the ones before the last replay: the schedule begins anew behind them. */
  attemptsBefore: number;
  claimedAt?: string;
  nextAttemptAt?: string;
  last?: Attempt;
  /** Why it is not tried again. */
  failure?: 'exhausted' | 'gone' | 'disabled' | 'hidden';
  expiresAt: number;
}

export const KEPT_DAYS = 30;

export function newDelivery(webhookId: string, eventType: string, event: DomainEvent): DeliveryItem {
  const { id, subject, at } = event;
  return {
    ...deliveryKey(webhookId, id),
    kind: 'webhook_delivery',
    ...{ eventType, subject, at },
    status: 'pending',
    attempts: 0,
    attemptsBefore: 0,
    expiresAt: epochSeconds(new Date(at)) + KEPT_DAYS * 86_400,
  };
}

export function eventIdOf({ sk }: Pick<DeliveryItem, 'sk'>): string {
  return sk.slice(DELIVERY_PREFIX.length);
}

/** The engine removes expired items when it likes, and a local one never does. */
export function isKept({ expiresAt }: Pick<DeliveryItem, 'expiresAt'>, now: Date): boolean {
  return expiresAt * 1000 > now.getTime();
}
