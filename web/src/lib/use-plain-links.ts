import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, useCallback } from 'react';

/** Follows plain links to this app inside an element without loading the page again; others are left to the browser. */
export function usePlainLinks(): (event: MouseEvent) => void {
  const router = useRouter();
  return useCallback(
    (event) => {
      const isPlainPress =
        event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!isPlainPress || event.defaultPrevented || !link || link.target || link.origin !== location.origin)
        return;
      event.preventDefault();
      void router.navigate({ href: link.pathname + link.search });
    },
    [router],
  );
}
