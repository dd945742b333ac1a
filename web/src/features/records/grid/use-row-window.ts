import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

interface RowWindowOptions {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** The height of a row. The same function as long as the rows are. */
  sizeOf: (index: number) => number;
  initialOffset: number;
  /** What stands over the rows at the top of the scroller. */
  headerPx?: number;
}

/** Rows beyond each edge that are drawn already. */
const MARGIN = 10;

/** Which rows of a long list are in sight, for nothing else is drawn; rows know their heights before they are. */
export function useRowWindow({ scroller, count, sizeOf, initialOffset, headerPx = 0 }: RowWindowOptions) {
  const starts = useMemo(() => startsOf(count, sizeOf), [count, sizeOf]);
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const firstOffset = useRef(initialOffset);

  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = firstOffset.current;
  }, [scroller]);

  const read = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const next = rangeIn(starts, element.scrollTop, element.clientHeight);
    setRange((shown) => (shown[0] === next[0] && shown[1] === next[1] ? shown : next));
  }, [scroller, starts]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    read();
    // Within the frame of the scroll, or the next keys of somebody quick would meet no row.
    const follow = () => flushSync(read);
    element.addEventListener('scroll', follow, { passive: true });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', follow);
      observer.disconnect();
    };
  }, [scroller, read]);

  const scrollToRow = useCallback(
    (index: number) => {
      const element = scroller.current;
      const [start, end] = [starts[index], starts[index + 1]];
      if (!element || start === undefined || end === undefined) return;
      const { scrollTop, clientHeight } = element;
      if (start < scrollTop) element.scrollTop = start;
      else if (end + headerPx > scrollTop + clientHeight) element.scrollTop = end + headerPx - clientHeight;
      // Drawn at once, so that the row can take the focus before the one that had it is gone.
      flushSync(read);
    },
    [scroller, starts, headerPx, read],
  );

  const last = Math.min(range[1], count);
  const rows = Array.from({ length: Math.max(0, last - range[0]) }, (_, position) => {
    const index = range[0] + position;
    return { index, start: starts[index] ?? 0 };
  });
  return { rows, totalPx: starts.at(-1) ?? 0, scrollToRow };
}

/** Where each row begins, and at the end where the last one ends. */
export function startsOf(count: number, sizeOf: (index: number) => number): number[] {
  const starts = [0];
  for (let index = 0; index < count; index++) starts.push((starts[index] ?? 0) + sizeOf(index));
  return starts;
}

/** The rows from the first up to, not with, the second number. */
export function rangeIn(starts: readonly number[], top: number, height: number): [number, number] {
  const rows = starts.length - 1;
  const first = firstAfter(starts, top) - 1;
  const last = firstAfter(starts, top + height);
  return [Math.min(Math.max(0, first - MARGIN), rows), Math.min(rows, last + MARGIN)];
}

/** Where the starts first pass `px`, by halves: there may be ten thousand. */
function firstAfter(starts: readonly number[], px: number): number {
  let [from, to] = [0, starts.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((starts[middle] ?? 0) <= px) from = middle + 1;
    else to = middle;
  }
  return from;
}
