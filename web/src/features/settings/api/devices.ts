import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { vinculo } from '../../../lib/client';

export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: ({ signal }) => vinculo.account.devices(signal),
});

export function useEndDevice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => vinculo.account.endDevice(id),
    onSuccess: () => client.invalidateQueries({ queryKey: devicesQuery.queryKey }),
  });
}
