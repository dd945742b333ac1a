import { Badge } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Import } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { PageBody } from '../../../components/ui/page-body';
import { PageHeader } from '../../../components/ui/page-header';
import { QueryPanel } from '../../../components/ui/query-panel';
import rows from '../../../components/ui/row-list.module.css';
import { useAccess } from '../../../lib/access';
import { useFormat } from '../../../lib/use-format';
import { importsQuery } from '../api/import-queries';
import { NewImport } from './new-import';

interface ImportsPageProps {
  /** The record type to begin with, by its plural. */
  plural: string | undefined;
  onCreated: (id: string) => void;
}

export function ImportsPage({ plural, onCreated }: ImportsPageProps) {
  const { t } = useTranslation('imports');
  const access = useAccess();
  const mayImport = access.has('records.import');
  const query = useQuery({ ...importsQuery, enabled: mayImport });
  return (
    <>
      <PageHeader title={t('title')} />
      <PageBody width="text">
        {mayImport ? (
          <>
            {access.isReadOnly ? null : <NewImport plural={plural} onCreated={onCreated} />}
            <QueryPanel title={t('list.title')} query={query}>
              {({ items }) =>
                items.length === 0 ? (
                  <EmptyState icon={IconTableImport} title={t('list.empty')} compact />
                ) : (
                  <ul className={rows.list}>
                    {items.map((job) => (
                      <ImportRow key={job.id} job={job} />
                    ))}
                  </ul>
                )
              }
            </QueryPanel>
          </>
        ) : (
          <EmptyState icon={IconTableImport} title={t('noAccess')} />
        )}
      </PageBody>
    </>
  );
}

function ImportRow({ job }: { job: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <li className={rows.row}>
      <EntityIcon type={job.type} size="md" />
      <span className={rows.main}>
        <Link to="/imports/$importId" params={{ importId: job.id }} className={rows.title}>
          {job.fileName}
        </Link>
        <span className={rows.sub}>
          {format.dateTime(job.createdAt)} · {t('counts.rows', { count: job.counts.rows })}
        </span>
      </span>
      <Badge variant="light" color={COLORS[job.status]}>
        {t(`status.${job.status}`)}
      </Badge>
    </li>
  );
}

const COLORS: Record<Import['status'], string> = {
  draft: 'gray',
  checking: 'blue',
  checked: 'blue',
  running: 'blue',
  done: 'teal',
  cancelled: 'gray',
  undoing: 'orange',
  undone: 'gray',
  failed: 'red',
};
