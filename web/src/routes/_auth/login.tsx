import { createFileRoute } from '@tanstack/react-router';
import { LogInPage } from '../../features/auth/components/log-in-page';

export const Route = createFileRoute('/_auth/login')({
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === 'string' ? { next: search.next } : {},
  component: PageRoute,
});

function PageRoute() {
  const { next } = Route.useSearch();
  return <LogInPage next={next} />;
}
