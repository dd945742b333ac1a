import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFoundScreen } from '../../../components/ui/not-found-screen';
import { PageSkeleton } from '../../../components/ui/skeletons';
import { useAccess } from '../../../lib/access';
import { SETTINGS_PAGES, settingsPagesFor } from '../../../lib/settings-pages';
import classes from './settings-layout.module.css';

const GROUPS = ['you', 'company', 'sales'] as const;

export function SettingsLayout() {
  const { t } = useTranslation('settings');
  const pages = settingsPagesFor(useAccess().has);
  const nav = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isHere = ({ to }: { to: string }) => path === to || path.startsWith(`${to}/`);
  const isClosed = SETTINGS_PAGES.some(isHere) && !pages.some(isHere);
  // On phones the pages are one row that scrolls; the current one must be in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs whenever the page changes.
  useEffect(() => {
    nav.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [path]);
  return (
    <div className={classes.layout}>
      <nav ref={nav} className={classes.nav} aria-label={t('nav')}>
        {GROUPS.map((group) => {
          const own = pages.filter((page) => page.group === group);
          if (own.length === 0) return null;
          return (
            <div key={group} className={classes.group}>
              <p className={classes.title} id={`settings-${group}`}>
                {t(`group.${group}`)}
              </p>
              <ul className={classes.list} aria-labelledby={`settings-${group}`}>
                {own.map((page) => (
                  <li key={page.to}>
                    <Link to={page.to} className={classes.link}>
                      {t(`pages.${page.key}`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </nav>
      <div className={classes.page}>
        <Suspense fallback={<PageSkeleton />}>{isClosed ? <NotFoundScreen /> : <Outlet />}</Suspense>
      </div>
    </div>
  );
}
