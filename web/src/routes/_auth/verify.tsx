import { createFileRoute } from '@tanstack/react-router';
import { VerifyPage } from '../../features/auth/components/verify-page';

export const Route = createFileRoute('/_auth/verify')({
  validateSearch: (search: Record<string, unknown>) => ({ token: String(search.token ?? '') }),
  component: PageRoute,
});

function PageRoute() {
  const { token } = Route.useSearch();
  return <VerifyPage token={token} />;
}
