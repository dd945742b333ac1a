import { Alert, Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Import } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../components/ui/confirm-button';
import { ButtonLink } from '../../../components/ui/links';
import { useRecordType } from '../../../lib/metadata';
import { useCodeText } from '../../../lib/problem-text';
import { useImportActions } from '../api/use-import-actions';
import classes from './import.module.css';
import { ImportCounts } from './import-counts';

/** An import that ended: what it did, a file that says it row by row, and the way back. */
export function ImportOutcome({ job }: { job: Import }) {
  const { t } = useTranslation('imports');
  const codeText = useCodeText();
  const info = useRecordType(job.type);
  const { job: run } = useImportActions(job.id);
  const mayUndo = job.status === 'done' || job.status === 'cancelled' || job.status === 'failed';
  // What an undo began to take back can only be taken back to its end.
  const mayGoOn = job.status === 'failed' && job.failure?.code !== 'import.undo_gave_up';
  const wrote = job.counts.created + job.counts.updated > 0;
  return (
    <div className={classes.steps}>
      {job.failure ? (
        <Alert color="red" title={t('outcome.failed')}>
          {codeText(job.failure.code, job.failure.params) ?? job.failure.detail}
        </Alert>
      ) : null}
      <p className={classes.lead} role="status">
        {t(
          `outcome.${job.status === 'undone' || job.status === 'cancelled' || job.status === 'failed' ? job.status : 'done'}`,
        )}
      </p>
      <ImportCounts
        job={job}
        names={[
          'rows',
          'created',
          'updated',
          'skipped',
          'failed',
          ...(job.counts.conflicts > 0 ? (['conflicts'] as const) : []),
        ]}
      />
      <Group gap="xs">
        {info ? (
          <ButtonLink to="/$plural" params={{ plural: info.plural }}>
            {t('outcome.open')}
          </ButtonLink>
        ) : null}
        {job.hasResult ? (
          <Button
            component="a"
            href={`/api/v1/imports/${job.id}/result`}
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {t('outcome.result')}
          </Button>
        ) : null}
        {mayGoOn ? (
          <Button
            variant="default"
            loading={run.isPending}
            onClick={() => run.mutate(job.startedAt ? 'start' : 'check')}
          >
            {t('outcome.again')}
          </Button>
        ) : null}
        {mayUndo && wrote ? (
          <ConfirmButton
            question={t('outcome.undoQuestion', { created: job.counts.created, updated: job.counts.updated })}
            confirmLabel={t('outcome.undo')}
            loading={run.isPending}
            onConfirm={() => run.mutate('undo')}
          >
            {t('outcome.undo')}
          </ConfirmButton>
        ) : null}
      </Group>
    </div>
  );
}
