import { createRouter, parseSearchWith, stringifySearchWith } from '@tanstack/react-router';
import { ErrorScreen } from '../components/ui/error-screen';
import { NotFoundScreen } from '../components/ui/not-found-screen';
import { PageSkeleton } from '../components/ui/skeletons';
import { routeTree } from '../route-tree.gen';
import { queryClient } from './query-client';

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  // Freshness is TanStack Query's business; the router only asks it.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 250,
  defaultPendingMinMs: 200,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: ErrorScreen,
  defaultNotFoundComponent: NotFoundScreen,
  parseSearch: parseSearchWith(parseStructured),
  stringifySearch: stringifySearchWith(JSON.stringify, parseStructured),
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
});

/** Filters travel as JSON; everything else stays the text it is, so that a token made of digits isn't a number. */
function parseStructured(text: string): unknown {
  if (/^[[{]/.test(text)) return JSON.parse(text);
  throw new SyntaxError('plain text');
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
