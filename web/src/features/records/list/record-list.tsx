import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RecordTypeInfo } from '@vinculo/client/types';
import { PageBody } from '../../../components/ui/page-body';
import { PageHeader } from '../../../components/ui/page-header';
import { useLabel } from '../../../lib/metadata';
import { titleOf } from '../../../lib/record-title';
import { recordListQuery } from '../../../lib/records/queries';

export function RecordList({ info }: { info: RecordTypeInfo }) {
  const label = useLabel();
  const { data } = useSuspenseInfiniteQuery(recordListQuery(info, {}));
  return (
    <>
      <PageHeader title={label(info.labels.many)} />
      <PageBody>
        <ul>
          {data.pages
            .flatMap((page) => page.items)
            .map((record) => (
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
