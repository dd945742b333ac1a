import { Button, Progress } from '@mantine/core';
import type { Import } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import { useImportActions } from '../api/use-import-actions';
import classes from './import.module.css';

/** A job that runs: how far it is, and a way to stop it. It goes on when the page is left. */
export function ImportProgress({ job }: { job: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { job: run } = useImportActions(job.id);
  const done = job.counts.created + job.counts.updated + job.counts.skipped + job.counts.failed;
  return (
    <div className={classes.progress}>
      <p className={classes.lead} role="status">
        {t(`progress.${job.status === 'checking' || job.status === 'undoing' ? job.status : 'running'}`)}
      </p>
      <Progress.Root size="lg">
        <Progress.Section
          value={job.progress * 100}
          aria-label={t('progress.label')}
          aria-valuetext={format.percent(job.progress)}
        />
      </Progress.Root>
      <p className={classes.hint}>
        {format.percent(job.progress)}
        {job.status === 'running' && job.counts.rows > 0
          ? ` · ${t('progress.rows', { done: format.number(done), rows: format.number(job.counts.rows) })}`
          : ''}
        {' · '}
        {t('progress.leave')}
      </p>
      {job.status === 'undoing' ? null : (
        <Button variant="default" loading={run.isPending} onClick={() => run.mutate('cancel')}>
          {t('progress.cancel')}
        </Button>
      )}
    </div>
  );
}
