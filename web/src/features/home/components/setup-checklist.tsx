import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/ui/links';
import { Panel } from '../../../components/ui/panel';
import rows from '../../../components/ui/row-list.module.css';
import { usePreferences } from '../../../lib/preferences';
import { useSession } from '../../../lib/session';
import { invitationsQuery, usersQuery } from '../../../lib/workspace';
import { importsQuery } from '../api/home-queries';
import classes from './setup-checklist.module.css';

const HINT = 'setup-checklist';

/** The way from an empty workspace to a working one. Each step knows by itself whether it is done. */
export function SetupChecklist() {
  const { t } = useTranslation('home');
  const { tenant } = useSession();
  const { preferences, update } = usePreferences();
  const steps = useSteps();
  const dismissed = preferences.dismissedHints ?? [];
  const doneCount = steps.filter(({ isDone }) => isDone).length;
  if (tenant.isReadOnly || dismissed.includes(HINT) || doneCount === steps.length) return null;
  return (
    <Panel
      title={t('setup.title')}
      meta={t('setup.progress', { done: doneCount, total: steps.length })}
      action={
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={() => update({ dismissedHints: [...dismissed, HINT] })}
        >
          {t('setup.dismiss')}
        </Button>
      }
      flush
    >
      <div className={classes.track} aria-hidden>
        <div style={{ width: `${(doneCount / steps.length) * 100}%` }} />
      </div>
      <ul className={rows.list}>
        {steps.map(({ key, to, isDone }) => (
          <li key={key} className={rows.row} data-done={isDone || undefined}>
            {isDone ? (
              <IconCircleCheckFilled
                size={18}
                className={classes.done}
                role="img"
                aria-label={t('setup.done')}
              />
            ) : (
              <IconCircle size={18} stroke={1.5} className={classes.open} aria-hidden />
            )}
            <span className={rows.main}>
              <span className={`${rows.title} ${classes.name}`}>{t(`setup.${key}.title`)}</span>
              <span className={rows.sub}>{t(`setup.${key}.text`)}</span>
            </span>
            {isDone ? null : (
              <ButtonLink to={to} variant="default" size="xs">
                {t(`setup.${key}.action`)}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function useSteps() {
  const { tenant } = useSession();
  const { preferences } = usePreferences();
  const users = useQuery(usersQuery).data?.items ?? [];
  const invitations = useQuery(invitationsQuery).data?.items ?? [];
  const imports = useQuery(importsQuery).data?.items ?? [];
  return [
    {
      key: 'company',
      to: '/settings/company',
      isDone: preferences.dismissedHints?.includes('company-checked') ?? false,
    },
    { key: 'invite', to: '/settings/members', isDone: users.length + invitations.length > 1 },
    { key: 'import', to: '/imports', isDone: imports.some(({ status }) => status === 'done') },
    { key: 'sample', to: '/settings/company', isDone: !tenant.hasSampleData },
  ] as const;
}
