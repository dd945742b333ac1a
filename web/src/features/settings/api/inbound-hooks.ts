import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { vinculo } from '../../../lib/client';

export const inboundHooksQuery = queryOptions({
  queryKey: ['inbound-hooks'],
  queryFn: ({ signal }) => vinculo.inboundHooks.list(signal),
});

export function useRefreshInboundHooks() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: inboundHooksQuery.queryKey });
}
