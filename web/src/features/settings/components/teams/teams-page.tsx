import { Button, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../components/ui/empty-state';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { QueryPanel } from '../../../../components/ui/query-panel';
import rows from '../../../../components/ui/row-list.module.css';
import { useSubmit } from '../../../../lib/use-submit';
import { teamsQuery } from '../../../../lib/workspace';
import { useTeamActions } from '../../api/people';
import { TeamRow } from './team-row';
import classes from './teams-page.module.css';

export function TeamsPage() {
  const { t } = useTranslation('settings');
  const query = useQuery(teamsQuery);
  return (
    <>
      <PageHeader title={t('pages.teams')} />
      <PageBody width="text">
        <p className={classes.text}>{t('teams.text')}</p>
        <NewTeam />
        <QueryPanel title={t('pages.teams')} meta={query.data?.items.length} query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconUsersGroup} title={t('teams.none')} compact />
            ) : (
              <ul className={rows.list}>
                {items.map((team) => (
                  <TeamRow key={team.id} team={team} />
                ))}
              </ul>
            )
          }
        </QueryPanel>
      </PageBody>
    </>
  );
}

function NewTeam() {
  const { t } = useTranslation(['settings', 'common']);
  const { create } = useTeamActions();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: isNotEmpty(t('common:form.required')) },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: (values) => create.mutateAsync(values),
    onDone: () => form.reset(),
  });
  return (
    <form onSubmit={onSubmit} noValidate className={classes.form}>
      <TextInput
        aria-label={t('teams.name')}
        placeholder={t('teams.name')}
        {...form.getInputProps('name')}
        error={form.errors.name ?? problem}
      />
      <Button type="submit" variant="default" loading={isPending}>
        {t('teams.add')}
      </Button>
    </form>
  );
}
