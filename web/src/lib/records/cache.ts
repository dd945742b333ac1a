import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page, RecordData, TimelineItem } from '@vinculo/client/types';

type Change = (record: RecordData) => RecordData | null;
type Cached = RecordData | InfiniteData<Page<RecordData>> | undefined;

/** Applies a change to a record wherever it is on the screen; `null` takes it out of the lists. */
export function changeCached(client: QueryClient, plural: string, id: string, change: Change): void {
  client.setQueriesData<Cached>({ queryKey: ['records', plural] }, (cached) => changed(cached, id, change));
}

/** The same for an activity, which the timelines of other records show too. */
export function changeInTimelines(client: QueryClient, id: string, change: Change): void {
  client.setQueriesData<InfiniteData<Page<TimelineItem>>>({ queryKey: ['timeline'] }, (cached) =>
    cached
      ? {
          ...cached,
          pages: cached.pages.map((page) => ({
            ...page,
            items: page.items.flatMap((item) => changedItem(item, id, change)),
          })),
        }
      : undefined,
  );
}

/** Lists may now have more, fewer or other records: their first page is read again, the others when reached. */
export async function refreshLists(client: QueryClient, plural: string): Promise<void> {
  const isList = (key: readonly unknown[]) => key[2] === 'list' || key[2] === 'related';
  const filter = {
    queryKey: ['records', plural],
    predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => isList(queryKey),
  };
  client.setQueriesData<InfiniteData<Page<RecordData>>>(filter, (cached) =>
    cached ? { pages: cached.pages.slice(0, 1), pageParams: cached.pageParams.slice(0, 1) } : undefined,
  );
  await client.invalidateQueries(filter);
}

export async function refreshTimelines(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ['timeline'] });
}

/** A merge patch on a record in memory, as the server will apply it. */
export function withChanges(record: RecordData, changes: Readonly<Record<string, unknown>>): RecordData {
  const next: RecordData = { ...record };
  for (const [field, value] of Object.entries(changes)) {
    if (value === null || value === undefined) delete next[field];
    else next[field] = value;
  }
  return next;
}

function changed(cached: Cached, id: string, change: Change): Cached {
  if (cached === undefined) return undefined;
  if (isPages(cached)) {
    return { ...cached, pages: cached.pages.map((page) => changedPage(page, id, change)) };
  }
  return cached.id === id ? (change(cached) ?? cached) : cached;
}

/** Pages without the record stay the same object, so that nothing on them is drawn again. */
function changedPage(page: Page<RecordData>, id: string, change: Change): Page<RecordData> {
  if (!page.items.some((item) => item.id === id)) return page;
  return { ...page, items: page.items.flatMap((item) => (item.id === id ? (change(item) ?? []) : item)) };
}

function changedItem(item: TimelineItem, id: string, change: Change): TimelineItem | TimelineItem[] {
  if (item.activity?.id !== id) return item;
  const activity = change(item.activity);
  return activity ? { ...item, activity } : [];
}

function isPages(
  cached: RecordData | InfiniteData<Page<RecordData>>,
): cached is InfiniteData<Page<RecordData>> {
  return 'pages' in cached;
}
