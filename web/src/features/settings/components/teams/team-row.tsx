import { TextInput } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import type { Team } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../../components/ui/confirm-button';
import rows from '../../../../components/ui/row-list.module.css';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { useTeamActions } from '../../api/people';

/** The name is edited where it stands: Enter or leaving saves, Escape puts it back. */
export function TeamRow({ team }: { team: Team }) {
  const { t } = useTranslation(['settings', 'common']);
  const notice = useProblemNotice();
  const { rename, remove } = useTeamActions();
  const [name, setName] = useState(team.name);

  function save() {
    const wanted = name.trim();
    if (!wanted) return setName(team.name);
    if (wanted !== team.name) rename.mutate({ ...team, name: wanted }, { onError: notice });
  }

  return (
    <li className={rows.row}>
      <IconUsersGroup size={18} stroke={1.6} aria-hidden />
      <span className={rows.main}>
        <TextInput
          variant="unstyled"
          size="sm"
          aria-label={t('teams.rename', { name: team.name })}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape') setName(team.name);
          }}
        />
      </span>
      <span className={rows.end}>{t('teams.members', { count: team.members })}</span>
      <ConfirmButton
        size="xs"
        question={t('teams.deleteQuestion', { name: team.name })}
        confirmLabel={t('common:action.delete')}
        onConfirm={() => remove.mutate(team, { onError: notice })}
      >
        {t('common:action.delete')}
      </ConfirmButton>
    </li>
  );
}
