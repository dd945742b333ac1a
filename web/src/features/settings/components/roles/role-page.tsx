import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NotFoundScreen } from '../../../../components/ui/not-found-screen';
import { vinculo } from '../../../../lib/client';
import { rolesQuery } from '../../api/people';
import { DeleteRole } from './delete-role';
import { RoleEditor } from './role-editor';
import { draftOfRole } from './role-form';

export function RolePage({ roleId }: { roleId: string }) {
  const { t } = useTranslation('settings');
  const role = useSuspenseQuery(rolesQuery).data.items.find(({ id }) => id === roleId);
  if (!role) return <NotFoundScreen />;
  return (
    <RoleEditor
      key={role.version}
      title={role.name}
      initial={draftOfRole(role)}
      isReadOnly={role.isBuiltIn}
      copyFrom={role.id}
      note={role.isBuiltIn ? t('roles.builtInNote') : undefined}
      save={(draft) => vinculo.roles.update(role, draft)}
      extra={role.isBuiltIn ? null : <DeleteRole role={role} />}
    />
  );
}
