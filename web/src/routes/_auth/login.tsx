import { createFileRoute } from '@tanstack/react-router';
import { LogInPage } from '../../features/auth/components/log-in-page';
import { readLogInSearch } from '../../lib/leave';

export const Route = createFileRoute('/_auth/login')({
  validateSearch: readLogInSearch,
  component: PageRoute,
});

function PageRoute() {
  const { next, ended } = Route.useSearch();
  return <LogInPage next={next} hasEnded={ended} />;
}
