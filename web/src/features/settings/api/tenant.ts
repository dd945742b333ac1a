import { useMutation, useQueryClient } from '@tanstack/react-query';
import { vinculo } from '../../../lib/client';

/** Sample data touches every list, so that everything is asked for again. */
export function useSampleData() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: boolean) =>
      wanted ? vinculo.tenant.addSampleData() : vinculo.tenant.removeSampleData(),
    onSuccess: () => client.invalidateQueries(),
  });
}
