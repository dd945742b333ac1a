import { segment, type Transport } from '../transport';
import type {
  InboundHook,
  NewInboundHook,
  NewWebhook,
  Page,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookEventType,
} from '../types';

export type WebhookInput = Pick<Webhook, 'url' | 'description' | 'filters' | 'roleId'>;
export type WebhookChanges = Partial<WebhookInput & { status: 'active' | 'paused' }>;
export type InboundHookChanges = Partial<
  Pick<InboundHook, 'name' | 'roleId' | 'mapping' | 'matchField' | 'defaults'>
>;
export type InboundHookInput = Pick<InboundHook, 'name' | 'recordType' | 'roleId' | 'mapping'> &
  Partial<Pick<InboundHook, 'matchField' | 'defaults' | 'isSigned'>>;

interface Versioned {
  id: string;
  version: number;
}

/** The endpoints that events are sent to, and what came of it. */
export function webhooksOf(transport: Transport) {
  const pathOf = (id: string) => `/webhooks/${segment(id)}`;
  return {
    eventTypes: (signal?: AbortSignal) =>
      transport.get<{ items: WebhookEventType[] }>('/webhook-event-types', { signal }),
    list: (signal?: AbortSignal) => transport.get<Page<Webhook>>('/webhooks', { signal }),
    get: (id: string, signal?: AbortSignal) => transport.get<Webhook>(pathOf(id), { signal }),
    create: (input: WebhookInput) => transport.post<NewWebhook>('/webhooks', input),
    update: ({ id, version }: Versioned, changes: WebhookChanges) =>
      transport.patch<Webhook>(pathOf(id), changes, { version }),
    delete: ({ id, version }: Versioned) => transport.delete(pathOf(id), { version }),
    /** Messages are signed with both secrets for so many hours, 168 at most. */
    rotateSecret: (id: string, overlapHours: number) =>
      transport.post<NewWebhook>(`${pathOf(id)}/rotate-secret`, { overlapHours }),
    test: (id: string) => transport.post<void>(`${pathOf(id)}/test`),
    deliveries: (
      id: string,
      query: { status?: WebhookDelivery['status']; cursor?: string },
      signal?: AbortSignal,
    ) => transport.get<Page<WebhookDelivery>>(`${pathOf(id)}/deliveries`, { query, signal }),
    delivery: (id: string, deliveryId: string, signal?: AbortSignal) =>
      transport.get<WebhookDeliveryDetail>(`${pathOf(id)}/deliveries/${segment(deliveryId)}`, { signal }),
    replay: (id: string, deliveryId: string) =>
      transport.post<WebhookDeliveryDetail>(`${pathOf(id)}/deliveries/${segment(deliveryId)}/replay`),
    /** Sends everything again that failed since then. */
    replaySince: (id: string, since: string) => transport.post<void>(`${pathOf(id)}/replay`, { since }),
  };
}

/** The addresses that other systems post to. */
export function inboundHooksOf(transport: Transport) {
  const pathOf = (id: string) => `/inbound-hooks/${segment(id)}`;
  return {
    list: (signal?: AbortSignal) => transport.get<Page<InboundHook>>('/inbound-hooks', { signal }),
    create: (input: InboundHookInput) => transport.post<NewInboundHook>('/inbound-hooks', input),
    update: ({ id, version }: Versioned, changes: InboundHookChanges) =>
      transport.patch<InboundHook>(pathOf(id), changes, { version }),
    rotate: (id: string, overlapHours: number) =>
      transport.post<NewInboundHook>(`${pathOf(id)}/rotate`, { overlapHours }),
    revoke: ({ id, version }: Versioned) => transport.delete(pathOf(id), { version }),
  };
}
