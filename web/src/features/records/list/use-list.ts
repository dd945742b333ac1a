import { keepPreviousData, useInfiniteQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Condition, RecordTypeInfo } from '@vinculo/client/types';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fieldOf, fieldsNamed } from '../../../lib/record-fields';
import { refreshLists } from '../../../lib/records/cache';
import { type ListRequest, recordListQuery } from '../../../lib/records/queries';
import { viewsQuery } from '../../../lib/workspace';
import { conditionFor, isComplete, operatorsOf } from '../filters/operators';
import type { Selection } from '../grid/use-selection';
import type { ListSearch } from './list-search';
import { changedSearch, listState } from './list-state';

interface ListOptions {
  info: RecordTypeInfo;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
}

/** Fields that the screen needs beside the columns: who may change a row, and what it is called. */
const ALWAYS = ['ownerId', 'teamId'];

/** Everything that a list shows and remembers: its view, conditions, order, pages and selection. */
export function useList({ info, search, onSearch }: ListOptions) {
  const { data: views } = useSuspenseQuery(viewsQuery);
  const state = useMemo(() => listState(info, views.items, search), [info, views, search]);
  const fields = useMemo(() => fieldsNamed(info, state.columns), [info, state.columns]);
  const request = useMemo(() => toRequest(info, state), [info, state]);
  const query = useInfiniteQuery({ ...recordListQuery(info, request), placeholderData: keepPreviousData });
  const records = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const [selection, setSelection] = useState<Selection>({});
  useFreshStart(info, query.dataUpdatedAt);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const fetchMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  function change(changes: Parameters<typeof changedSearch>[3]): void {
    // What was selected may not be in the list any more.
    if (changes.filter || changes.q !== undefined) setSelection({});
    onSearch(changedSearch(info, state.view, search, changes));
  }

  return {
    info,
    views: views.items,
    state,
    fields,
    request,
    query,
    records,
    selection,
    setSelection,
    fetchMore,
    change,
  };
}

const OLD_MS = 5 * 60_000;

/** Somebody who comes back after a while sees the list as it is now, from its first page. */
function useFreshStart(info: RecordTypeInfo, updatedAt: number): void {
  const client = useQueryClient();
  const known = useRef(updatedAt);
  useEffect(() => {
    if (known.current > 0 && Date.now() - known.current > OLD_MS) void refreshLists(client, info.plural);
  }, [client, info.plural]);
}

export type List = ReturnType<typeof useList>;

/** The conditions as they are edited: one that isn't finished is on the screen and not yet in the list. */
export function useConditions(list: List) {
  const { info, state, change } = list;
  const [draft, setDraft] = useState<Condition[] | null>(null);
  const [openIndex, setOpenIndex] = useState<number | null>(null);
  const conditions = draft ?? state.filter;

  function set(next: Condition[]): void {
    setDraft(next);
    change({ filter: next.filter(isComplete) });
  }

  function open(index: number | null): void {
    setOpenIndex(index);
    setDraft(index === null ? null : (current) => current ?? [...state.filter]);
  }

  function add(name: string): void {
    const kind = fieldOf(info, name)?.kind;
    if (!kind) return;
    const condition = conditionFor(name, operatorsOf(kind)[0] ?? 'is', undefined);
    setOpenIndex(conditions.length);
    set([...conditions, condition]);
  }

  return { conditions, openIndex, open, set, add };
}

export type Conditions = ReturnType<typeof useConditions>;

function toRequest(info: RecordTypeInfo, state: ReturnType<typeof listState>): ListRequest {
  const fields = [...new Set([...state.columns, ...info.title, 'emails', ...ALWAYS])].filter((name) =>
    fieldOf(info, name),
  );
  return {
    fields,
    ...(state.filter.length > 0 ? { filter: [...state.filter] } : {}),
    ...(state.sort ? { sort: state.sort } : {}),
    ...(state.q ? { q: state.q } : {}),
  };
}
