import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Toaster } from '../components/ui/toaster';
import { useRouteFocus } from '../lib/route-focus';
import { useShortcutListener } from '../lib/shortcuts';

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Root });

function Root() {
  useRouteFocus();
  useShortcutListener();
  return (
    <>
      <Suspense>
        <Outlet />
      </Suspense>
      <Toaster />
    </>
  );
}
