import { ActionIcon, Button, Checkbox, SegmentedControl, Select, Tooltip } from '@mantine/core';
import { IconLayoutKanban, IconPlus, IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Pipeline } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { ErrorState } from '../../../components/ui/error-state';
import { PageHeader } from '../../../components/ui/page-header';
import { RowsSkeleton } from '../../../components/ui/skeletons';
import { useAccess } from '../../../lib/access';
import { useRecordType } from '../../../lib/metadata';
import { openOverlay } from '../../../lib/overlays';
import { pipelinesQuery } from '../../../lib/workspace';
import { BoardView } from './board-view';
import { ForecastView } from './forecast-view';
import classes from './pipeline-page.module.css';

export interface PipelineSearch {
  pipeline?: string | undefined;
  view?: 'forecast' | undefined;
  mine?: true | undefined;
  months?: number | undefined;
}

interface PipelinePageProps {
  search: PipelineSearch;
  onSearch: (changes: PipelineSearch) => void;
}

/** A pipeline as a board or as a forecast; what is shown is in the URL. */
export function PipelinePage({ search, onSearch }: PipelinePageProps) {
  const { t } = useTranslation('pipelines');
  const info = useRecordType('opportunity');
  const pipelines = useQuery({ ...pipelinesQuery, enabled: info !== undefined });
  if (!info) {
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState icon={IconLayoutKanban} title={t('noAccess.title')} />
      </>
    );
  }
  const all = pipelines.data?.items ?? [];
  const pipeline =
    all.find(({ id }) => id === search.pipeline) ?? all.find(({ isDefault }) => isDefault) ?? all[0];
  return (
    <>
      <PageHeader title={t('title')} actions={<PageActions pipeline={pipeline} />}>
        <div className={classes.controls}>
          <SegmentedControl
            aria-label={t('view')}
            size="xs"
            value={search.view ?? 'board'}
            onChange={(view) => onSearch({ view: view === 'forecast' ? 'forecast' : undefined })}
            data={[
              { value: 'board', label: t('board') },
              { value: 'forecast', label: t('forecast') },
            ]}
          />
          {all.length > 1 ? (
            <Select
              aria-label={t('choose')}
              size="xs"
              allowDeselect={false}
              value={pipeline?.id ?? null}
              onChange={(id) => onSearch({ pipeline: id ?? undefined })}
              data={all.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          {search.view === 'forecast' ? null : (
            <Checkbox
              size="xs"
              label={t('mine')}
              checked={search.mine ?? false}
              onChange={(event) => onSearch({ mine: event.currentTarget.checked || undefined })}
            />
          )}
        </div>
      </PageHeader>
      {pipelines.isPending ? <RowsSkeleton rows={6} /> : null}
      {pipelines.isError ? (
        <ErrorState error={pipelines.error} retry={() => void pipelines.refetch()} />
      ) : null}
      {pipeline && search.view === 'forecast' ? (
        <ForecastView
          pipeline={pipeline}
          months={search.months ?? 6}
          onMonths={(months) => onSearch({ months })}
        />
      ) : null}
      {pipeline && search.view !== 'forecast' ? (
        <BoardView info={info} pipeline={pipeline} isMine={search.mine ?? false} />
      ) : null}
    </>
  );
}

function PageActions({ pipeline }: { pipeline: Pipeline | undefined }) {
  const { t } = useTranslation('pipelines');
  const access = useAccess();
  return (
    <>
      {access.has('pipelines.manage') ? (
        <Tooltip label={t('settings')}>
          <ActionIcon
            component={Link}
            to="/settings/pipelines"
            variant="subtle"
            color="gray"
            aria-label={t('settings')}
          >
            <IconSettings size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ) : null}
      {access.can('create', 'opportunity') ? (
        <Button
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            openOverlay({
              kind: 'create',
              type: 'opportunity',
              ...(pipeline ? { values: { pipelineId: pipeline.id } } : {}),
            })
          }
        >
          {t('new')}
        </Button>
      ) : null}
    </>
  );
}
