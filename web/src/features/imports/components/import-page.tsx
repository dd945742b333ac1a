import { useQuery } from '@tanstack/react-query';
import type { Import } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { ErrorState } from '../../../components/ui/error-state';
import { PageBody } from '../../../components/ui/page-body';
import { PageHeader } from '../../../components/ui/page-header';
import { RowsSkeleton } from '../../../components/ui/skeletons';
import { importQuery } from '../api/import-queries';
import { CheckedImport } from './checked-import';
import { ImportOutcome } from './import-outcome';
import { ImportProgress } from './import-progress';
import { MapColumns } from './map-columns';

/** One import from draft to undone: each status is a step of its own. */
export function ImportPage({ id }: { id: string }) {
  const { t } = useTranslation('imports');
  const query = useQuery(importQuery(id));
  const job = query.data;
  return (
    <>
      <PageHeader
        title={job?.fileName ?? t('title')}
        leading={job ? <EntityIcon type={job.type} size="md" /> : undefined}
        meta={job ? t(`status.${job.status}`) : undefined}
      />
      <PageBody width="wide">
        {query.isPending ? <RowsSkeleton rows={6} /> : null}
        {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
        {job ? <Step job={job} /> : null}
      </PageBody>
    </>
  );
}

function Step({ job }: { job: Import }) {
  switch (job.status) {
    case 'draft':
      return <MapColumns job={job} />;
    case 'checked':
      return <CheckedImport job={job} />;
    case 'checking':
    case 'running':
    case 'undoing':
      return <ImportProgress job={job} />;
    default:
      return <ImportOutcome job={job} />;
  }
}
