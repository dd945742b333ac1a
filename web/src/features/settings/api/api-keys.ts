import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiKeyChanges } from '@vinculo/client/resources/api-keys';
import type { ApiKey } from '@vinculo/client/types';
import { vinculo } from '../../../lib/client';

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => vinculo.apiKeys.list(signal),
});

export function useRefreshApiKeys() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
}

export function useUpdateApiKey() {
  const onSuccess = useRefreshApiKeys();
  return useMutation({
    mutationFn: ({ key, changes }: { key: ApiKey; changes: ApiKeyChanges }) =>
      vinculo.apiKeys.update(key, changes),
    onSuccess,
  });
}
