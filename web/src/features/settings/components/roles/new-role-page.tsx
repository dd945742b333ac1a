import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NotFoundScreen } from '../../../../components/ui/not-found-screen';
import { vinculo } from '../../../../lib/client';
import { rolesQuery } from '../../api/people';
import { RoleEditor } from './role-editor';
import { draftOfRole } from './role-form';

/** Always starts from a role that exists: nobody builds one from nothing by hand. */
export function NewRolePage({ from }: { from: string }) {
  const { t } = useTranslation('settings');
  const source = useSuspenseQuery(rolesQuery).data.items.find(({ id }) => id === from);
  if (!source) return <NotFoundScreen />;
  return (
    <RoleEditor
      title={t('roles.new')}
      initial={{
        ...draftOfRole(source),
        name: t('roles.copyName', { name: source.name }),
        ...(source.isBuiltIn ? { basedOn: source.id } : {}),
      }}
      isNew
      note={t('roles.copiedFrom', { name: source.name })}
      save={(draft) => vinculo.roles.create(draft)}
    />
  );
}
