import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { vinculo } from '../../../lib/client';

export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: ({ signal }) => vinculo.notifications.list(undefined, signal),
  refetchInterval: 60_000,
});

/** Those that were opened, or all. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: vinculo.notifications.markRead,
    onSuccess: () => client.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
  });
}
