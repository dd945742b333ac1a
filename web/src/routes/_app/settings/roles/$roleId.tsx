import { createFileRoute } from '@tanstack/react-router';
import { RolePage } from '../../../../features/settings/components/roles/role-page';

export const Route = createFileRoute('/_app/settings/roles/$roleId')({ component: RoleRoute });

function RoleRoute() {
  const { roleId } = Route.useParams();
  return <RolePage key={roleId} roleId={roleId} />;
}
