import { createFileRoute } from '@tanstack/react-router';
import { NewRolePage } from '../../../../features/settings/components/roles/new-role-page';

export const Route = createFileRoute('/_app/settings/roles/new')({
  validateSearch: (search: Record<string, unknown>) => ({ from: String(search.from ?? 'read_only') }),
  component: NewRoleRoute,
});

function NewRoleRoute() {
  const { from } = Route.useSearch();
  return <NewRolePage key={from} from={from} />;
}
