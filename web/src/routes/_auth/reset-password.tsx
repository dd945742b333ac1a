import { createFileRoute } from '@tanstack/react-router';
import { ResetPasswordPage } from '../../features/auth/components/reset-password-page';

export const Route = createFileRoute('/_auth/reset-password')({
  validateSearch: (search: Record<string, unknown>) => ({ token: String(search.token ?? '') }),
  component: PageRoute,
});

function PageRoute() {
  const { token } = Route.useSearch();
  return <ResetPasswordPage token={token} />;
}
