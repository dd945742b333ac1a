import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { PageHeader } from '../../../components/ui/page-header';
import { useAccess } from '../../../lib/access';
import { useLabel } from '../../../lib/metadata';
import { titleOf } from '../../../lib/record-title';
import { useListContext } from '../../../lib/records/list-context';
import { useDeleteRecord } from '../../../lib/records/use-delete-record';
import type { ActivityKind } from '../timeline/activity-kinds';
import { openDraft } from '../timeline/drafts';
import { FavouriteStar } from './favourite-star';
import { KeyFacts } from './key-facts';
import { Neighbours } from './neighbours';
import classes from './record-header.module.css';
import { RecordMenu } from './record-menu';
import { StagePath } from './stage-path';

const ConvertLead = lazy(() => import('../conversion/convert-lead'));

interface RecordHeaderProps {
  info: RecordTypeInfo;
  record: RecordData;
  onTab: (tab: string) => void;
}

export function RecordHeader({ info, record, onTab }: RecordHeaderProps) {
  const { t } = useTranslation('records');
  const navigate = useNavigate();
  const access = useAccess();
  const remove = useDeleteRecord(info);
  const [isConverting, setConverting] = useState(false);
  const title = titleOf(info, record);
  const mayConvert = info.name === 'lead' && record.status !== 'converted' && access.canOn('update', record);

  async function removeAndLeave(): Promise<void> {
    if (await remove(record)) await navigate({ to: '/$plural', params: { plural: info.plural } });
  }

  function write(kind: ActivityKind): void {
    onTab('timeline');
    openDraft(record.id, kind);
  }

  return (
    <>
      <PageHeader
        title={title}
        leading={
          <>
            <BackLink info={info} />
            <EntityIcon type={info.name} size="md" />
          </>
        }
        meta={<FavouriteStar favourite={{ id: record.id, type: info.name, title }} />}
        actions={
          <>
            <Neighbours info={info} id={record.id} />
            {mayConvert ? (
              <Button leftSection={<IconArrowsExchange size={15} />} onClick={() => setConverting(true)}>
                {t('convert.action')}
              </Button>
            ) : null}
            <RecordMenu info={info} record={record} onDelete={() => void removeAndLeave()} onWrite={write} />
          </>
        }
      >
        <KeyFacts info={info} record={record} />
        {info.name === 'opportunity' ? <StagePath info={info} opportunity={record} /> : null}
      </PageHeader>
      {isConverting ? (
        <Suspense>
          <ConvertLead lead={record} onClose={() => setConverting(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** To the list as it was left, or to all records of the type. */
function BackLink({ info }: { info: RecordTypeInfo }) {
  const label = useLabel();
  const context = useListContext(info.plural);
  return (
    <>
      <Link
        to="/$plural"
        params={{ plural: info.plural }}
        search={context?.search ?? {}}
        className={classes.back}
      >
        {context?.name ?? label(info.labels.many)}
      </Link>
      <span className={classes.slash} aria-hidden>
        /
      </span>
    </>
  );
}
