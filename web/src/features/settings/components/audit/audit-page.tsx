import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { EventEnvelope } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../../components/ui/error-state';
import { EventText } from '../../../../components/ui/event-text';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { RowsSkeleton } from '../../../../components/ui/skeletons';
import { useFormat } from '../../../../lib/use-format';
import { auditQuery } from '../../api/audit';
import { AuditDetails } from './audit-details';
import classes from './audit-page.module.css';

export function AuditPage() {
  const { t } = useTranslation('settings');
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(auditQuery);
  const events = data?.pages.flatMap(({ items, names }) => items.map((event) => ({ event, names }))) ?? [];
  return (
    <>
      <PageHeader title={t('pages.audit')} />
      <PageBody>
        {isPending ? <RowsSkeleton rows={12} /> : null}
        {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
        {events.length > 0 ? (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('audit.when')}</th>
                <th scope="col">{t('audit.what')}</th>
                <th scope="col" className={classes.type}>
                  {t('audit.type')}
                </th>
              </tr>
            </thead>
            <tbody>
              {events.map(({ event, names }) => (
                <AuditRow key={event.id} event={event} names={names} />
              ))}
            </tbody>
          </table>
        ) : null}
        {hasNextPage ? (
          <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('audit.more')}
          </Button>
        ) : null}
      </PageBody>
    </>
  );
}

interface AuditRowProps {
  event: EventEnvelope;
  names: Record<string, string>;
}

function AuditRow({ event, names }: AuditRowProps) {
  const format = useFormat();
  return (
    <tr>
      <td className={classes.when}>
        <time dateTime={event.at}>{format.dateTime(event.at)}</time>
      </td>
      <td>
        <EventText event={event} names={names} />
        <AuditDetails event={event} />
      </td>
      <td className={classes.type}>
        <code>{event.type}</code>
      </td>
    </tr>
  );
}
