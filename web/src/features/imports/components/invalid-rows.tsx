import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Import } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state';
import { Panel } from '../../../components/ui/panel';
import { RowsSkeleton } from '../../../components/ui/skeletons';
import { useLabel } from '../../../lib/metadata';
import { importRowsQuery } from '../api/import-queries';
import { useImportActions } from '../api/use-import-actions';
import classes from './import.module.css';
import { InvalidRow } from './invalid-row';

/** The rows that were refused, with each bad cell marked; a cell is put right here or its row is skipped. */
export function InvalidRows({ job }: { job: Import }) {
  const { t } = useTranslation('imports');
  const label = useLabel();
  const query = useInfiniteQuery(importRowsQuery(job.id, 'invalid'));
  const { fix } = useImportActions(job.id);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const keys = job.mapping.flatMap(({ field }) => (field ? [field] : []));
  const labelOf = (key: string) => label(job.targets?.find((target) => target.key === key)?.labels, key);

  return (
    <Panel
      title={t('invalid.title', { count: job.counts.invalid })}
      action={
        rows.length > 0 ? (
          <Button
            size="xs"
            variant="default"
            loading={fix.isPending}
            onClick={() => fix.mutate(rows.slice(0, 200).map(({ row }) => ({ row, skip: true })))}
          >
            {t('invalid.skipShown', { count: Math.min(rows.length, 200) })}
          </Button>
        ) : undefined
      }
      flush
    >
      <p className={classes.explain}>{t('invalid.text')}</p>
      {query.isPending ? <RowsSkeleton rows={4} /> : null}
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} compact /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className={classes.scroll} aria-label={t('invalid.region')} tabIndex={0}>
        <table className={classes.grid}>
          <thead>
            <tr>
              <th scope="col">{t('invalid.row')}</th>
              {keys.map((key) => (
                <th key={key} scope="col">
                  {labelOf(key)}
                </th>
              ))}
              <th scope="col">{t('invalid.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <InvalidRow
                key={row.row}
                row={row}
                keys={keys}
                labelOf={labelOf}
                onFix={(cells) => fix.mutate([{ row: row.row, cells }])}
                onSkip={() => fix.mutate([{ row: row.row, skip: true }])}
              />
            ))}
          </tbody>
        </table>
      </section>
      {query.hasNextPage ? (
        <Button
          variant="subtle"
          color="gray"
          fullWidth
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('invalid.more')}
        </Button>
      ) : null}
    </Panel>
  );
}
