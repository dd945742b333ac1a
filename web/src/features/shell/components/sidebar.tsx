import { ActionIcon } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../../components/ui/key-hint';
import { openOverlay } from '../../../lib/overlays';
import { usePreferences } from '../../../lib/preferences';
import { useSession } from '../../../lib/session';
import { NotificationBell } from './notification-bell';
import classes from './sidebar.module.css';
import { SidebarNav } from './sidebar-nav';
import { TrialCard } from './trial-card';
import { UserMenu } from './user-menu';

interface SidebarProps {
  isCollapsed?: boolean;
  /** In the drawer of a phone there is nothing to collapse. */
  isDrawer?: boolean;
}

export function Sidebar({ isCollapsed = false, isDrawer = false }: SidebarProps) {
  const { t } = useTranslation('shell');
  const { tenant } = useSession();
  return (
    <div className={classes.sidebar} data-collapsed={isCollapsed || undefined}>
      <div className={classes.top}>
        {isCollapsed ? null : <span className={classes.workspace}>{tenant.name}</span>}
        {isDrawer ? null : (
          <>
            {isCollapsed ? null : <NotificationBell />}
            <CollapseButton isCollapsed={isCollapsed} />
          </>
        )}
      </div>
      <button
        type="button"
        className={classes.search}
        aria-label={t('search.label')}
        onClick={() => openOverlay({ kind: 'palette' })}
      >
        <IconSearch size={15} stroke={1.8} aria-hidden />
        {isCollapsed ? null : (
          <>
            <span className={classes.searchText}>{t('search.placeholder')}</span>
            <KeyHint keys="mod+k" />
          </>
        )}
      </button>
      <SidebarNav isCollapsed={isCollapsed} />
      <div className={classes.bottom}>
        {isCollapsed ? null : <TrialCard />}
        <UserMenu isCollapsed={isCollapsed} />
      </div>
    </div>
  );
}

function CollapseButton({ isCollapsed }: { isCollapsed: boolean }) {
  const { t } = useTranslation('shell');
  const { update } = usePreferences();
  const label = isCollapsed ? t('sidebar.expand') : t('sidebar.collapse');
  const Glyph = isCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <ActionIcon
      aria-label={label}
      title={label}
      aria-expanded={!isCollapsed}
      onClick={() => update({ sidebarCollapsed: !isCollapsed })}
    >
      <Glyph size={17} stroke={1.6} />
    </ActionIcon>
  );
}
