import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ErrorState } from './error-state';

/** What a route shows when it can't load. */
export function ErrorScreen({ error }: ErrorComponentProps) {
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  function retry() {
    reset();
    void router.invalidate();
  }
  return <ErrorState error={error} retry={retry} isPage />;
}
