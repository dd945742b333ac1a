import type { Moment, Source } from './moment';

/** Moments that one page looks at, shown or not (T9); a page that ends for it is short but has a next one. */
const READ_BUDGET = 400;

export interface MergedPage {
  moments: Moment[];
  /** Where the next page begins; none at the end. */
  next: string | undefined;
}

/**
 * The newest moments of all sources before a position. A position names a place in time, not in a source, so what is
 * written or removed between two pages neither repeats nor hides anything else (P5).
 */
export async function mergeNewest(
  sources: readonly Source[],
  before: string | undefined,
  limit: number,
): Promise<MergedPage> {
  const heads = await Promise.all(
    sources.map(async (source) => {
      const moments = source(before);
      return { moments, next: await moments.next() };
    }),
  );
  const found: Moment[] = [];
  let last: string | undefined;
  for (let looked = 0; ; looked++) {
    const newest = heads.reduce<(typeof heads)[number] | undefined>((best, head) => {
      if (head.next.done) return best;
      return !best || best.next.done || head.next.value.position > best.next.value.position ? head : best;
    }, undefined);
    if (!newest || newest.next.done) return { moments: found, next: undefined };
    if (found.length === limit || looked === READ_BUDGET) return { moments: found, next: last };
    const moment = newest.next.value;
    // Two sources may hold the same thing: an activity about a person counts for the company too.
    if (moment.shown && moment.position !== last) found.push(moment);
    last = moment.position;
    newest.next = await newest.moments.next();
  }
}
