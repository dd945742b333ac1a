import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { VinculoProblem } from '@vinculo/client/problem';
import { leaveToLogIn } from './leave';
import { isWorthRetrying, retryDelay } from './retry';

/** A call that failed because the session ended elsewhere can only be answered by logging in again. */
function onError(error: unknown): void {
  if (error instanceof VinculoProblem && error.status === 401 && error.code !== 'login.invalid') {
    leaveToLogIn();
  }
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: isWorthRetrying,
      retryDelay,
    },
    mutations: { retry: false },
  },
});
