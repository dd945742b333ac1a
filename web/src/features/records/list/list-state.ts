import type { Condition, RecordTypeInfo, View } from '@vinculo/client/types';
import { fieldOf } from '../../../lib/record-fields';
import type { ListSearch } from './list-search';

/** A list as it is shown: the view, under what the address changes of it. */
export interface ListState {
  view: View | undefined;
  q: string;
  filter: readonly Condition[];
  sort: string | undefined;
  columns: readonly string[];
  /** It differs from the view, so that there is something to save. */
  isChanged: boolean;
}

type Shown = Pick<ListState, 'filter' | 'sort' | 'columns'>;

export function listState(info: RecordTypeInfo, views: readonly View[], search: ListSearch): ListState {
  const view = views.find(({ id, type }) => id === search.view && type === info.name);
  const saved = savedState(info, view);
  const filter = search.filter ?? saved.filter;
  const sort = search.sort === undefined ? saved.sort : search.sort || undefined;
  const columns = search.columns ? sound(info, search.columns) : saved.columns;
  const isChanged = !same({ filter, sort, columns }, saved);
  return {
    view,
    q: search.q ?? '',
    filter: filter.filter(({ field }) => fieldOf(info, field)),
    sort,
    columns,
    isChanged,
  };
}

/** The address after a change: what is the same as in the view needs no mention. */
export function changedSearch(
  info: RecordTypeInfo,
  view: View | undefined,
  search: ListSearch,
  changes: Partial<Shown> & { q?: string },
): ListSearch {
  const saved = savedState(info, view);
  const next: ListSearch = { ...search };
  if (changes.q !== undefined) next.q = changes.q || undefined;
  if (changes.filter) next.filter = same(changes.filter, saved.filter) ? undefined : [...changes.filter];
  if ('sort' in changes) next.sort = changes.sort === saved.sort ? undefined : (changes.sort ?? '');
  if (changes.columns) {
    const columns = sound(info, changes.columns);
    next.columns = same(columns, saved.columns) ? undefined : columns;
  }
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
}

/** The next order of a click on a column: ascending, descending, none. */
export function nextSort(current: string | undefined, field: string): string | undefined {
  if (current === field) return `-${field}`;
  return current === `-${field}` ? undefined : field;
}

function savedState(info: RecordTypeInfo, view: View | undefined): Shown {
  const columns = view?.columns.map(({ field }) => field) ?? info.defaultColumns;
  return { filter: view?.filter ?? [], sort: view?.sort ?? undefined, columns: sound(info, columns) };
}

/** The name of a record comes first and never away, for it is the way to the record; unknown columns are dropped. */
function sound(info: RecordTypeInfo, columns: readonly string[]): string[] {
  const [name] = info.title;
  const known = columns.filter((column) => fieldOf(info, column) && column !== name);
  return [...new Set(name !== undefined && fieldOf(info, name) ? [name, ...known] : known)];
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
