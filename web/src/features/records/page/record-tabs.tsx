import { Tabs } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { RecordData, RecordTypeInfo, RelationInfo } from '@vinculo/client/types';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { RowsSkeleton } from '../../../components/ui/skeletons';
import { useAccess } from '../../../lib/access';
import { useLabel, useRecordTypes } from '../../../lib/metadata';
import { relatedQuery } from '../../../lib/records/queries';
import { Timeline } from '../timeline/timeline';
import { FieldsPanel } from './fields-panel';
import classes from './record-tabs.module.css';

const RelatedList = lazy(() => import('./related-list'));

interface RecordTabsProps {
  info: RecordTypeInfo;
  record: RecordData;
  tab: string | undefined;
  onTab: (tab: string) => void;
  /** On narrow screens the fields are a tab of their own. */
  withDetails: boolean;
}

export function RecordTabs({ info, record, tab, onTab, withDetails }: RecordTabsProps) {
  const { t } = useTranslation('records');
  const relations = useRelations(info);
  const known = [
    'timeline',
    ...(withDetails ? ['details'] : []),
    ...relations.map(({ relation }) => relation.name),
  ];
  const active = tab !== undefined && known.includes(tab) ? tab : 'timeline';
  return (
    <Tabs
      value={active}
      onChange={(next) => next && onTab(next)}
      keepMounted={false}
      classNames={{ root: classes.root, list: classes.list, tab: classes.tab, panel: classes.panel }}
    >
      <Tabs.List aria-label={t('page.tabs')}>
        <Tabs.Tab value="timeline">{t('page.timeline')}</Tabs.Tab>
        {withDetails ? <Tabs.Tab value="details">{t('page.details')}</Tabs.Tab> : null}
        {relations.map(({ relation, child }) => (
          <RelationTab key={relation.name} info={info} id={record.id} relation={relation} child={child} />
        ))}
      </Tabs.List>
      <Tabs.Panel value="timeline">
        <Timeline info={info} record={record} />
      </Tabs.Panel>
      {withDetails ? (
        <Tabs.Panel value="details">
          <FieldsPanel info={info} record={record} />
        </Tabs.Panel>
      ) : null}
      {relations.map(({ relation, child }) => (
        <Tabs.Panel key={relation.name} value={relation.name}>
          <Suspense fallback={<RowsSkeleton rows={4} />}>
            <RelatedList info={info} record={record} relation={relation} child={child} />
          </Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

interface RelationTabProps {
  info: RecordTypeInfo;
  id: string;
  relation: RelationInfo;
  child: RecordTypeInfo;
}

function RelationTab({ info, id, relation, child }: RelationTabProps) {
  const label = useLabel();
  const { data } = useInfiniteQuery(relatedQuery(info, id, relation.name, child));
  const count = data?.pages.reduce((sum, page) => sum + page.items.length, 0);
  const hasMore = data?.pages.at(-1)?.nextCursor ? '+' : '';
  return (
    <Tabs.Tab
      value={relation.name}
      rightSection={
        count === undefined ? null : <span className={classes.count}>{`${count}${hasMore}`}</span>
      }
    >
      {label(relation.labels)}
    </Tabs.Tab>
  );
}

/** The relations whose records the role may read. */
function useRelations(info: RecordTypeInfo): { relation: RelationInfo; child: RecordTypeInfo }[] {
  const access = useAccess();
  const types = useRecordTypes();
  return (info.relations ?? []).flatMap((relation) => {
    const child = types.find(({ name }) => name === relation.type);
    return child && access.can('read', child.name) ? [{ relation, child }] : [];
  });
}
