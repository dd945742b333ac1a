import { Button, Group } from '@mantine/core';
import type { Import } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useImportActions } from '../api/use-import-actions';
import classes from './import.module.css';
import { ImportCounts } from './import-counts';
import { InvalidRows } from './invalid-rows';

/** The file was read whole: what will happen, and the rows that can't be imported as they are. */
export function CheckedImport({ job }: { job: Import }) {
  const { t } = useTranslation('imports');
  const { job: run, settings } = useImportActions(job.id);
  const { valid, invalid } = job.counts;
  return (
    <div className={classes.steps}>
      <ImportCounts job={job} names={['rows', 'valid', 'invalid', 'duplicates', 'matches']} />
      {invalid > 0 ? <InvalidRows job={job} /> : null}
      <Group justify="space-between">
        <Button
          variant="default"
          loading={settings.isPending}
          // Any change of settings makes a checked import a draft again.
          onClick={() => settings.mutate({ mapping: job.mapping })}
        >
          {t('checked.back')}
        </Button>
        <Button disabled={valid === 0} loading={run.isPending} onClick={() => run.mutate('start')}>
          {invalid > 0 ? t('checked.startValid', { count: valid }) : t('checked.start', { count: valid })}
        </Button>
      </Group>
    </div>
  );
}
