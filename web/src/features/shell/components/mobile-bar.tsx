import { ActionIcon } from '@mantine/core';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openOverlay } from '../../../lib/overlays';
import { useSession } from '../../../lib/session';
import classes from './mobile-bar.module.css';
import { NotificationBell } from './notification-bell';

const NavDrawer = lazy(() => import('./nav-drawer'));

/** Phones: the navigation is behind one button, search and notifications beside it. */
export function MobileBar() {
  const { t } = useTranslation('shell');
  const { tenant } = useSession();
  const [isOpen, setOpen] = useState(false);
  const href = useRouterState({ select: (state) => state.location.href });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes whenever the place changes.
  useEffect(() => setOpen(false), [href]);
  return (
    <header className={classes.bar}>
      <ActionIcon size="lg" aria-label={t('nav.open')} aria-expanded={isOpen} onClick={() => setOpen(true)}>
        <IconMenu2 size={19} stroke={1.7} />
      </ActionIcon>
      <span className={classes.workspace}>{tenant.name}</span>
      <ActionIcon size="lg" aria-label={t('search.label')} onClick={() => openOverlay({ kind: 'palette' })}>
        <IconSearch size={18} stroke={1.7} />
      </ActionIcon>
      <NotificationBell size="lg" />
      {isOpen ? (
        <Suspense>
          <NavDrawer onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </header>
  );
}
