import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { vinculo } from '../../../lib/client';

export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: ({ signal }) => vinculo.secondFactor.get(signal),
});

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: ({ signal }) => vinculo.passkeys.list(signal),
});

/** Asks again what protects the account, after something of it changed. */
export function useRefreshSecondFactor() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
    await client.invalidateQueries({ queryKey: passkeysQuery.queryKey });
  };
}
