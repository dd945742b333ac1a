import type { Page } from './types';

/**
 * Walks a cursor-paged list item by item, fetching the next page only when it is reached.
 *
 * @example for await (const contact of client.records('contacts').all({ sort: 'name' })) …
 */
export async function* iteratePages<T>(
  fetchPage: (cursor: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<T, void, undefined> {
  let cursor: string | undefined;
  do {
    const page = await fetchPage(cursor);
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
