import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconTableImport } from '@tabler/icons-react';
import type { RecordTypeInfo } from '@vinculo/client/types';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { ErrorState } from '../../../components/ui/error-state';
import { ButtonLink } from '../../../components/ui/links';
import { PageHeader } from '../../../components/ui/page-header';
import { RowsSkeleton } from '../../../components/ui/skeletons';
import { useAccess } from '../../../lib/access';
import { useLabel } from '../../../lib/metadata';
import { openOverlay } from '../../../lib/overlays';
import { preloadable } from '../../../lib/preloadable';
import { rememberList } from '../../../lib/records/list-context';
import { usePreload } from '../../../lib/use-preload';
import { RecordGrid } from '../grid/record-grid';
import { ExportButton } from './export-button';
import type { ListSearch } from './list-search';
import { ListToolbar } from './list-toolbar';
import classes from './record-list.module.css';
import { keepOffset, keptOffset } from './scroll-offsets';
import { useColumnWidths } from './use-column-widths';
import { type Conditions, type List, useConditions, useList } from './use-list';

// Most lists have neither conditions nor too few rows, and are not on a phone.
const FilterBar = preloadable(() => import('../filters/filter-bar'));
const EmptyList = lazy(() => import('./empty-list'));
const RecordCards = preloadable(() => import('./record-cards'));
const SaveView = lazy(() => import('./save-view'));
const BulkBar = lazy(() => import('../bulk/bulk-bar'));

interface RecordListProps {
  info: RecordTypeInfo;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
}

/** All records of a type: found, filtered, ordered, edited and changed together. */
export function RecordList({ info, search, onSearch }: RecordListProps) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const { isReadOnly } = useAccess();
  const list = useList({ info, search, onSearch });
  const conditions = useConditions(list);
  const { widths, change: changeWidths } = useColumnWidths(info.plural, list.state.view);
  const { records, query, request, state } = list;
  usePreload(FilterBar.preload);
  const name = state.view?.name ?? label(info.labels.many);

  useEffect(() => {
    rememberList({ plural: info.plural, request, search: { ...search }, name });
  }, [info.plural, request, search, name]);

  return (
    <>
      <PageHeader
        title={label(info.labels.many)}
        leading={<EntityIcon type={info.name} size="md" />}
        meta={
          records.length > 0 ? (
            <span className="tabular">
              {t('list.count', { count: records.length, more: query.hasNextPage ? '+' : '' })}
            </span>
          ) : null
        }
        actions={<ListActions info={info} list={list} />}
      >
        <ListToolbar list={list} onFilter={conditions.add} />
        {conditions.conditions.length > 0 || state.isChanged ? (
          <div className={classes.conditions}>
            <Suspense>
              <FilterBar
                info={info}
                conditions={conditions.conditions}
                openIndex={conditions.openIndex}
                onOpen={conditions.open}
                onChange={conditions.set}
              />
              {state.isChanged && !isReadOnly ? <SaveView list={list} widths={widths} /> : null}
            </Suspense>
          </div>
        ) : null}
      </PageHeader>
      <div className={classes.main}>
        <Suspense fallback={<RowsSkeleton rows={12} />}>
          <ListBody list={list} conditions={conditions} widths={widths} onWidths={changeWidths} />
        </Suspense>
        <Suspense>{Object.keys(list.selection).length > 0 ? <BulkBar list={list} /> : null}</Suspense>
      </div>
    </>
  );
}

function ListActions({ info, list }: { info: RecordTypeInfo; list: List }) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const access = useAccess();
  return (
    <>
      {access.mayImport && !info.isSecondary ? (
        <ButtonLink
          to="/imports"
          search={{ type: info.plural }}
          variant="subtle"
          color="gray"
          leftSection={<IconTableImport size={15} />}
          className={classes.wide}
        >
          {t('list.import')}
        </ButtonLink>
      ) : null}
      {access.has('records.export') ? <ExportButton list={list} /> : null}
      {access.can('create', info.name) ? (
        <Button
          leftSection={<IconPlus size={15} />}
          onClick={() => openOverlay({ kind: 'create', type: info.name })}
        >
          {t('create.title', { type: label(info.labels.one).toLowerCase() })}
        </Button>
      ) : null}
    </>
  );
}

interface ListBodyProps {
  list: List;
  conditions: Conditions;
  widths: Record<string, number>;
  onWidths: (widths: Record<string, number>) => void;
}

function ListBody({ list, conditions, widths, onWidths }: ListBodyProps) {
  const { info, query, records, state, fields, selection, setSelection, fetchMore, change } = list;
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  useEffect(() => {
    // While its records are on their way.
    if (isNarrow) void RecordCards.preload();
  }, [isNarrow]);
  const place = `${info.plural} ${JSON.stringify(list.request)}`;
  if (query.isPending) return <RowsSkeleton rows={12} />;
  // A failed next page leaves what is there; a failed first one has nothing to leave.
  if (query.isError && records.length === 0)
    return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (records.length === 0) return <EmptyList list={list} />;
  const hasMore = query.hasNextPage;
  if (isNarrow) return <RecordCards list={list} place={place} />;
  return (
    <div className={classes.body} data-stale={query.isPlaceholderData || undefined}>
      <RecordGrid
        place={place}
        info={info}
        fields={fields}
        records={records}
        hasMore={hasMore}
        onNearEnd={fetchMore}
        sort={state.sort}
        onSort={(sort) => change({ sort })}
        widths={widths}
        onWidths={onWidths}
        onColumns={(columns) => change({ columns })}
        onFilter={conditions.add}
        selection={selection}
        onSelection={setSelection}
        initialOffset={keptOffset(place)}
        onOffset={(offset) => keepOffset(place, offset)}
      />
    </div>
  );
}
