import { createFileRoute } from '@tanstack/react-router';
import { CheckMailPage } from '../../features/auth/components/check-mail-page';

export const Route = createFileRoute('/_auth/check-your-mail')({
  validateSearch: (search: Record<string, unknown>): { email?: string } =>
    typeof search.email === 'string' ? { email: search.email } : {},
  component: PageRoute,
});

function PageRoute() {
  const { email } = Route.useSearch();
  return <CheckMailPage email={email} />;
}
