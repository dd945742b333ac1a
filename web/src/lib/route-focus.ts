import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * After a move to another page the focus goes to its heading, so that a screen reader reads where the person is
 * and Tab starts at the page's content. A change of search parameters is not a move.
 */
export function useRouteFocus(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation) requestAnimationFrame(focusHeading);
      }),
    [router],
  );
}

function focusHeading(): void {
  const active = document.activeElement;
  // A form that focused its first field, or an open dialogue, knows better.
  if (active instanceof HTMLElement && active.closest('form, [role="dialog"]')) return;
  document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
}
