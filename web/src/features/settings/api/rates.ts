import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { vinculo } from '../../../lib/client';

export const ratesQuery = queryOptions({
  queryKey: ['currency-rates'],
  queryFn: ({ signal }) => vinculo.currencyRates.list(signal),
});

/** Rates move every total that is not closed yet. */
export function useSetRates() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: vinculo.currencyRates.set,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ratesQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['records', 'opportunities'] });
    },
  });
}
