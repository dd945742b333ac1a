import { queryOptions } from '@tanstack/react-query';
import { vinculo } from '../../../lib/client';

export function recordQuery(plural: string, id: string) {
  return queryOptions({
    queryKey: ['records', plural, 'one', id],
    queryFn: ({ signal }) => vinculo.records(plural).get(id, { signal }),
  });
}
