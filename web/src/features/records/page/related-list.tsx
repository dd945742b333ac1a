import { Button } from '@mantine/core';
import { IconListDetails, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RecordData, RecordTypeInfo, RelationInfo } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { FieldValue } from '../../../components/fields/field-value';
import { EmptyState } from '../../../components/ui/empty-state';
import { ErrorState } from '../../../components/ui/error-state';
import { RowsSkeleton } from '../../../components/ui/skeletons';
import { useAccess } from '../../../lib/access';
import { useLabel } from '../../../lib/metadata';
import { openOverlay } from '../../../lib/overlays';
import { type FieldDef, fieldsNamed } from '../../../lib/record-fields';
import { titleOf } from '../../../lib/record-title';
import { relatedQuery } from '../../../lib/records/queries';
import { isEmptyValue } from '../../../lib/records/value-shapes';
import { prefilled } from './prefilled';
import classes from './related-list.module.css';

interface RelatedListProps {
  info: RecordTypeInfo;
  record: RecordData;
  relation: RelationInfo;
  child: RecordTypeInfo;
}

const COLUMNS = 5;

/** The records that point to this one, and the way to add another that does. */
export default function RelatedList({ info, record, relation, child }: RelatedListProps) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const access = useAccess();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(relatedQuery(info, record.id, relation.name, child));
  const records = data?.pages.flatMap((page) => page.items) ?? [];
  const fields = fieldsNamed(child, child.defaultColumns)
    .filter(({ name }) => name !== relation.by && !child.title.includes(name))
    .slice(0, COLUMNS - 1);
  const add = access.can('create', child.name) ? (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPlus size={14} />}
      onClick={() => openOverlay({ kind: 'create', type: child.name, values: prefilled(relation, record) })}
    >
      {t('related.add', { type: label(child.labels.one).toLowerCase() })}
    </Button>
  ) : null;
  if (isPending) return <RowsSkeleton rows={4} />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} compact />;
  if (records.length === 0) {
    return (
      <EmptyState
        icon={IconListDetails}
        title={t('related.empty', { type: label(relation.labels).toLowerCase() })}
        action={add}
        compact
      />
    );
  }
  return (
    <div className={classes.related}>
      <div className={classes.bar}>{add}</div>
      <div className={classes.scroller} tabIndex={-1}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{label(child.labels.one)}</th>
              {fields.map((field) => (
                <th key={field.name} scope="col">
                  {label(field.labels, field.name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {records.map((row) => (
              <RelatedRow key={row.id} info={child} record={row} fields={fields} />
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage ? (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('related.more')}
        </Button>
      ) : null}
    </div>
  );
}

function RelatedRow({
  info,
  record,
  fields,
}: {
  info: RecordTypeInfo;
  record: RecordData;
  fields: FieldDef[];
}) {
  return (
    <tr>
      <th scope="row">
        <Link
          to="/$plural/$recordId"
          params={{ plural: info.plural, recordId: record.id }}
          className={classes.link}
        >
          {titleOf(info, record)}
        </Link>
      </th>
      {fields.map((field) => (
        <td key={field.name}>
          {isEmptyValue(record[field.name]) ? null : (
            <FieldValue field={field} value={record[field.name]} variant="cell" />
          )}
        </td>
      ))}
    </tr>
  );
}
