import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Role } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../../components/ui/confirm-button';
import { vinculo } from '../../../../lib/client';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { rolesQuery } from '../../api/people';

export function DeleteRole({ role }: { role: Role }) {
  const { t } = useTranslation(['settings', 'common']);
  const navigate = useNavigate();
  const client = useQueryClient();
  const notice = useProblemNotice();
  const remove = useMutation({
    mutationFn: () => vinculo.roles.delete(role),
    onError: notice,
    onSuccess: async () => {
      await navigate({ to: '/settings/roles' });
      await client.invalidateQueries({ queryKey: rolesQuery.queryKey });
    },
  });
  return (
    <ConfirmButton
      question={t('roles.deleteQuestion', { name: role.name })}
      confirmLabel={t('common:action.delete')}
      loading={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      {t('common:action.delete')}
    </ConfirmButton>
  );
}
