import { QueryClient } from '@tanstack/react-query';
import { isWorthRetrying, retryDelay } from './retry';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: isWorthRetrying,
      retryDelay,
    },
    mutations: { retry: false },
  },
});
