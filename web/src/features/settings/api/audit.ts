import { infiniteQueryOptions } from '@tanstack/react-query';
import { vinculo } from '../../../lib/client';

export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit', 'pages'],
  queryFn: ({ pageParam, signal }) => vinculo.audit.list(pageParam || undefined, signal),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
});
