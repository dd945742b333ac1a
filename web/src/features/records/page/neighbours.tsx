import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { RecordTypeInfo } from '@vinculo/client/types';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListContext, useListContext } from '../../../lib/records/list-context';
import { recordListQuery } from '../../../lib/records/queries';
import { useShortcuts } from '../../../lib/shortcuts';
import classes from './neighbours.module.css';

/** The record before and after this one in the list that the person came from. */
export function Neighbours({ info, id }: { info: RecordTypeInfo; id: string }) {
  const context = useListContext(info.plural);
  return context ? <NeighboursIn info={info} id={id} context={context} /> : null;
}

function NeighboursIn({ info, id, context }: { info: RecordTypeInfo; id: string; context: ListContext }) {
  const { t } = useTranslation('records');
  const navigate = useNavigate();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    recordListQuery(info, context.request),
  );
  const ids = data?.pages.flatMap((page) => page.items.map((record) => record.id)) ?? [];
  const position = ids.indexOf(id);
  const previous = position > 0 ? ids[position - 1] : undefined;
  const next = position >= 0 ? ids[position + 1] : undefined;

  useEffect(() => {
    const isNearEnd = position >= ids.length - 5;
    if (position >= 0 && isNearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [position, ids.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  function open(target: string | undefined): void {
    if (target)
      void navigate({ to: '/$plural/$recordId', params: { plural: info.plural, recordId: target } });
  }

  useShortcuts([
    { keys: 'j', label: t('page.next'), group: t('keys.record'), run: () => open(next) },
    { keys: 'k', label: t('page.previous'), group: t('keys.record'), run: () => open(previous) },
  ]);

  if (position < 0) return null;
  return (
    <div className={classes.neighbours}>
      <span className={classes.position}>
        {t('page.position', { position: position + 1, count: ids.length, more: hasNextPage ? '+' : '' })}
      </span>
      <ActionIcon
        title={`${t('page.previous')} (K)`}
        aria-label={t('page.previous')}
        disabled={!previous}
        onClick={() => open(previous)}
      >
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon
        title={`${t('page.next')} (J)`}
        aria-label={t('page.next')}
        disabled={!next}
        onClick={() => open(next)}
      >
        <IconChevronDown size={16} />
      </ActionIcon>
    </div>
  );
}
