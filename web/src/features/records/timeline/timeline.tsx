import { Button } from '@mantine/core';
import { IconTimeline } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { ErrorState } from '../../../components/ui/error-state';
import { RowsSkeleton } from '../../../components/ui/skeletons';
import { useFormat } from '../../../lib/use-format';
import { Composer } from './composer';
import { byDay, type Entry, toEntries } from './entries';
import { EntryItem } from './entry-item';
import classes from './timeline.module.css';
import { passes, type TimelineFilter, TimelineFilters } from './timeline-filters';
import { timelineQuery } from './timeline-query';
import { useMayWriteAbout } from './use-may-write-about';

/** With a filter on, pages are read until there is this much to see. */
const ENOUGH = 12;

/** What happened with a record and what is still to come, on one line of time. */
export function Timeline({ info, record }: { info: RecordTypeInfo; record: RecordData }) {
  const { t } = useTranslation('records');
  const { timeZone } = useFormat();
  const mayWrite = useMayWriteAbout(info.name);
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(timelineQuery(info.plural, record.id));
  const entries = useMemo(() => toEntries(data?.pages.flatMap((page) => page.items) ?? []), [data]);
  const shown = entries.filter((entry) => passes(entry, filter));
  const { upcoming, days } = byDay(shown, timeZone, new Date().toISOString());

  useEffect(() => {
    if (filter !== 'all' && shown.length < ENOUGH && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [filter, shown.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <div className={classes.timeline}>
      {mayWrite ? <Composer regarding={record} /> : null}
      <TimelineFilters value={filter} onChange={setFilter} />
      {isPending ? <RowsSkeleton rows={5} /> : null}
      {error ? <ErrorState error={error} retry={() => void refetch()} compact /> : null}
      {data && shown.length === 0 && !hasNextPage ? (
        <EmptyState icon={IconTimeline} title={t('timeline.empty')} text={t('timeline.emptyText')} compact />
      ) : null}
      {upcoming.length > 0 ? <EntryGroup title={t('timeline.upcoming')} entries={upcoming} showDate /> : null}
      {days.map((day) => (
        <DayGroup key={day.date} date={day.date} entries={day.entries} />
      ))}
      {hasNextPage ? (
        <Button
          variant="default"
          className={classes.more}
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('timeline.more')}
        </Button>
      ) : null}
    </div>
  );
}

function DayGroup({ date, entries }: { date: string; entries: Entry[] }) {
  return <EntryGroup title={useDayName(date)} entries={entries} />;
}

function EntryGroup({
  title,
  entries,
  showDate = false,
}: {
  title: string;
  entries: Entry[];
  showDate?: boolean;
}) {
  return (
    <section className={classes.group}>
      <h2 className={classes.title}>{title}</h2>
      <ol className={classes.entries}>
        {entries.map((entry) => (
          <EntryItem key={entry.id} entry={entry} showDate={showDate} />
        ))}
      </ol>
    </section>
  );
}

/** Today, yesterday, or the date with its weekday. */
function useDayName(date: string): string {
  const { tag, timeZone, language } = useFormat();
  return useMemo(() => {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
    const distance = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
    if (Math.abs(distance) <= 1) {
      return capitalized(new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(distance, 'day'));
    }
    const format = new Intl.DateTimeFormat(tag, {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    return capitalized(format.format(new Date(date)));
  }, [date, tag, timeZone, language]);
}

/** Spanish writes days small, but not at the beginning of a line. */
function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
