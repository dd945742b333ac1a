import { useSuspenseQuery } from '@tanstack/react-query';
import type { RecordTypeInfo } from '@vinculo/client/types';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { PageHeader } from '../../../components/ui/page-header';
import { titleOf } from '../../../lib/record-title';
import { recordQuery } from '../api/get-record';

export function RecordPage({ info, id }: { info: RecordTypeInfo; id: string }) {
  const { data: record } = useSuspenseQuery(recordQuery(info.plural, id));
  return <PageHeader title={titleOf(info, record)} leading={<EntityIcon type={info.name} size="md" />} />;
}
