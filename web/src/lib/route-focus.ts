import { useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect } from 'react';

let isHeadingWanted = false;

/**
 * After a move to another page the focus goes to its heading, so that a screen reader reads where the person is and
 * Tab starts at the page's content. A change of search parameters is not a move.
 */
export function useRouteFocus(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation) isHeadingWanted = true;
      }),
    [router],
  );
}

/** For the heading of a page: takes the focus that a move left waiting, whenever the page is there at last. */
export function useHeadingFocus(heading: RefObject<HTMLElement | null>, title: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is a new page in the same frame.
  useEffect(() => {
    if (!isHeadingWanted) return;
    isHeadingWanted = false;
    // A form that focused its first field, or an open dialogue, knows better.
    if (document.activeElement?.closest('form, [role="dialog"]')) return;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
}
