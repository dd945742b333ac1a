import { useMantineColorScheme } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import type { Preferences } from '@vinculo/client/types';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PageSkeleton } from '../../../components/ui/skeletons';
import { loadProblemTexts } from '../../../lib/i18n';
import { usePreferences } from '../../../lib/preferences';
import { usePreload } from '../../../lib/use-preload';
import classes from './app-shell.module.css';
import { GlobalShortcuts } from './global-shortcuts';
import { MobileBar } from './mobile-bar';
import { ReadOnlyBanner } from './read-only-banner';
import { Sidebar } from './sidebar';

/** The frame round every signed-in page: navigation at the side (a drawer on phones), the page in the middle. */
export function AppShell() {
  const { t } = useTranslation('shell');
  const { preferences } = usePreferences();
  const isCollapsed = preferences.sidebarCollapsed ?? false;
  useOwnColorScheme(preferences.colorScheme);
  usePreload(loadProblemTexts);
  return (
    <div className={classes.shell} data-collapsed={isCollapsed || undefined}>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <GlobalShortcuts />
      <aside className={classes.side} aria-label={t('sidebar.label')}>
        <Sidebar isCollapsed={isCollapsed} />
      </aside>
      <div className={classes.column}>
        <MobileBar />
        <ReadOnlyBanner />
        <main id="main" className={classes.main} tabIndex={-1}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  );
}

/** A scheme chosen on another device holds on this one too, from the first page on. */
function useOwnColorScheme(chosen: Preferences['colorScheme']): void {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, so that it doesn't fight what is chosen here.
  useEffect(() => {
    if (chosen && chosen !== colorScheme) setColorScheme(chosen);
  }, []);
}
