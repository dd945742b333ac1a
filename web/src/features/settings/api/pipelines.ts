import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { vinculo } from '../../../lib/client';
import { pipelinesQuery } from '../../../lib/workspace';

export const lostReasonsQuery = queryOptions({
  queryKey: ['lost-reasons'],
  queryFn: ({ signal }) => vinculo.lostReasons.list(signal),
});

export function useSaveLostReasons() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: vinculo.lostReasons.save,
    onSuccess: () => client.invalidateQueries({ queryKey: lostReasonsQuery.queryKey }),
  });
}

/** A stage's probability changes forecasts and boards too. */
export function useRefreshPipelines() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: pipelinesQuery.queryKey });
    await client.invalidateQueries({ queryKey: ['records', 'opportunities'] });
  };
}
