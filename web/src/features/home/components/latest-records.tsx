import { IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RecordTypeInfo } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { QueryPanel } from '../../../components/ui/query-panel';
import rows from '../../../components/ui/row-list.module.css';
import { useLabel, useRecordType } from '../../../lib/metadata';
import { titleOf } from '../../../lib/record-title';
import { useFormat } from '../../../lib/use-format';
import { latestQuery } from '../api/home-queries';

/** The newest records of a type. */
export function LatestRecords({ type }: { type: string }) {
  const info = useRecordType(type);
  return info ? <Latest info={info} /> : null;
}

function Latest({ info }: { info: RecordTypeInfo }) {
  const { t } = useTranslation('home');
  const label = useLabel();
  const format = useFormat();
  const query = useQuery(latestQuery(info.plural));
  return (
    <QueryPanel title={t('latest.title', { type: label(info.labels.many).toLowerCase() })} query={query}>
      {({ items, names }) =>
        items.length === 0 ? (
          <EmptyState icon={IconInbox} title={t('latest.none')} compact />
        ) : (
          <ul className={rows.list}>
            {items.map((record) => (
              <li key={record.id} className={rows.row}>
                <EntityIcon type={info.name} size="md" />
                <span className={rows.main}>
                  <Link
                    to="/$plural/$recordId"
                    params={{ plural: info.plural, recordId: record.id }}
                    className={rows.title}
                  >
                    {titleOf(info, record)}
                  </Link>
                  <span className={rows.sub}>
                    {names[String(record.accountId)] ?? names[String(record.ownerId)]}
                  </span>
                </span>
                <span className={rows.end}>{format.relative(record.createdAt)}</span>
              </li>
            ))}
          </ul>
        )
      }
    </QueryPanel>
  );
}
