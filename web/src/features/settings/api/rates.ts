import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CurrencyRate } from '@vinculo/client/types';
import { vinculo } from '../../../lib/client';

export const ratesQuery = queryOptions({
  queryKey: ['currency-rates'],
  queryFn: ({ signal }) => vinculo.currencyRates.list(signal),
});

/** Rates move every total that is not closed yet. */
export function useSaveRates() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (items: CurrencyRate[]) => vinculo.currencyRates.save(items),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ratesQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['records', 'opportunities'] });
    },
  });
}
