import { createFileRoute } from '@tanstack/react-router';
import { AcceptInvitationPage } from '../../features/auth/components/accept-invitation-page';

export const Route = createFileRoute('/_auth/accept-invitation')({
  validateSearch: (search: Record<string, unknown>) => ({ token: String(search.token ?? '') }),
  component: PageRoute,
});

function PageRoute() {
  const { token } = Route.useSearch();
  return <AcceptInvitationPage token={token} />;
}
