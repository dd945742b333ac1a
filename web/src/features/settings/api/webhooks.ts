import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { WebhookChanges } from '@vinculo/client/resources/webhooks';
import type { Webhook, WebhookDelivery } from '@vinculo/client/types';
import { vinculo } from '../../../lib/client';

/** What is on its way changes by itself while somebody looks. */
const LOG_REFRESH_MS = 5_000;

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => vinculo.webhooks.list(signal),
});

export const webhookEventTypesQuery = queryOptions({
  queryKey: ['webhook-event-types'],
  queryFn: ({ signal }) => vinculo.webhooks.eventTypes(signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: ({ signal }) => vinculo.webhooks.get(id, signal),
  });

export const deliveriesQuery = (id: string, status: WebhookDelivery['status'] | undefined) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', id, 'deliveries', status ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      vinculo.webhooks.deliveries(
        id,
        { ...(status ? { status } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: LOG_REFRESH_MS,
  });

export const deliveryQuery = (id: string, delivery: Pick<WebhookDelivery, 'id' | 'attempts'>) =>
  queryOptions({
    // Another attempt is another answer.
    queryKey: ['webhooks', id, 'delivery', delivery.id, delivery.attempts],
    queryFn: ({ signal }) => vinculo.webhooks.delivery(id, delivery.id, signal),
  });

export function useRefreshWebhooks() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
}

export function useUpdateWebhook() {
  const onSuccess = useRefreshWebhooks();
  return useMutation({
    mutationFn: ({ webhook, changes }: { webhook: Webhook; changes: WebhookChanges }) =>
      vinculo.webhooks.update(webhook, changes),
    onSuccess,
  });
}
