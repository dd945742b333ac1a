import { infiniteQueryOptions } from '@tanstack/react-query';
import { vinculo } from '../../../lib/client';
import { learnNames } from '../../../lib/names';

/** Everything that happened with a record. Its key stands apart from the record's own, so that both refresh alone. */
export function timelineQuery(plural: string, id: string) {
  return infiniteQueryOptions({
    queryKey: ['timeline', plural, id],
    queryFn: async ({ pageParam, signal }) => {
      const page = await vinculo.records(plural).timeline(id, pageParam || undefined, { signal });
      learnNames(page.names);
      return page;
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}
