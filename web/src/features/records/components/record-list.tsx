import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RecordTypeInfo } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { PageBody } from '../../../components/ui/page-body';
import { PageHeader } from '../../../components/ui/page-header';
import { useAccess } from '../../../lib/access';
import { useLabel } from '../../../lib/metadata';
import { openOverlay } from '../../../lib/overlays';
import { titleOf } from '../../../lib/record-title';
import { recordListQuery } from '../api/list-records';

export function RecordList({ info }: { info: RecordTypeInfo }) {
  const { t } = useTranslation('shell');
  const label = useLabel();
  const access = useAccess();
  const { data } = useSuspenseInfiniteQuery(recordListQuery(info.plural));
  const records = data.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHeader
        title={label(info.labels.many)}
        leading={<EntityIcon type={info.name} size="md" />}
        actions={
          access.can('create', info.name) ? (
            <Button
              leftSection={<IconPlus size={15} />}
              onClick={() => openOverlay({ kind: 'create', type: info.name })}
            >
              {t('create.one', { type: label(info.labels.one).toLowerCase() })}
            </Button>
          ) : null
        }
      />
      <PageBody>
        <ul>
          {records.map((record) => (
            <li key={record.id}>
              <Link to="/$plural/$recordId" params={{ plural: info.plural, recordId: record.id }}>
                {titleOf(info, record)}
              </Link>
            </li>
          ))}
        </ul>
      </PageBody>
    </>
  );
}
