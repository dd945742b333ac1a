import { Button, Group } from '@mantine/core';
import type { Import, ImportColumn } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/ui/panel';
import { useImportActions } from '../api/use-import-actions';
import { ColumnRow } from './column-row';
import { FileSettings } from './file-settings';
import classes from './import.module.css';
import { ModeSettings } from './mode-settings';

/** How the file is read, which column becomes which field, and what becomes of rows that exist. */
export function MapColumns({ job }: { job: Import }) {
  const { t } = useTranslation('imports');
  const { settings, job: run } = useImportActions(job.id);
  const mapped = job.mapping.filter(({ field }) => field !== null);

  function change(position: number, changes: Partial<ImportColumn>): void {
    const mapping = job.mapping.map((column, index) =>
      index === position ? { ...column, ...changes } : column,
    );
    settings.mutate({ mapping });
  }

  return (
    <div className={classes.steps}>
      <FileSettings job={job} onChange={(changes) => settings.mutate(changes)} />
      <Panel
        title={t('map.title')}
        meta={t('map.meta', { mapped: mapped.length, count: job.mapping.length })}
        flush
      >
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('map.column')}</th>
                <th scope="col">{t('map.sample')}</th>
                <th scope="col">{t('map.field')}</th>
              </tr>
            </thead>
            <tbody>
              {job.mapping.map((column, position) => (
                <ColumnRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns of a file may share a name; their place is what they are.
                  key={`${position}-${column.column}`}
                  column={column}
                  samples={(job.sample ?? []).slice(0, 3).map((cells) => cells[position] ?? '')}
                  targets={job.targets ?? []}
                  onChange={(changes) => change(position, changes)}
                />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      <ModeSettings job={job} onChange={(changes) => settings.mutate(changes)} />
      <Group justify="flex-end">
        <Button
          disabled={mapped.length === 0 || settings.isPending}
          loading={run.isPending}
          onClick={() => run.mutate('check')}
        >
          {t('map.check')}
        </Button>
      </Group>
    </div>
  );
}
