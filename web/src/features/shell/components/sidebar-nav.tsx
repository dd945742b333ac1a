import { IconHome, IconLayoutKanban, IconSettings, IconTableImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { View } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { useAccess } from '../../../lib/access';
import { useLabel, useRecordTypes } from '../../../lib/metadata';
import { usePreferences } from '../../../lib/preferences';
import { favouritesQuery, viewsQuery } from '../../../lib/workspace';
import { NavGroup } from './nav-group';
import { NavItem } from './nav-item';
import classes from './sidebar-nav.module.css';

/** Only what the person's role can read is here. */
export function SidebarNav({ isCollapsed }: { isCollapsed: boolean }) {
  const { t } = useTranslation('shell');
  const access = useAccess();
  const label = useLabel();
  const types = useRecordTypes().filter((info) => access.can('read', info.name));
  const { preferences } = usePreferences();
  const pinned = preferences.pinnedViews ?? [];
  const views = useQuery(viewsQuery).data?.items.filter(({ id }) => pinned.includes(id)) ?? [];
  const favourites = useQuery(favouritesQuery).data?.items ?? [];
  const pluralOf = (type: string) => types.find((info) => info.name === type)?.plural;

  return (
    <nav className={classes.nav} aria-label={t('nav.label')}>
      <NavGroup>
        <NavItem
          to="/"
          activeOptions={{ exact: true }}
          icon={<IconHome size={16} stroke={1.7} />}
          label={t('nav.home')}
          isCollapsed={isCollapsed}
        />
        {access.can('read', 'opportunity') ? (
          <NavItem
            to="/pipelines"
            icon={<IconLayoutKanban size={16} stroke={1.7} />}
            label={t('nav.pipeline')}
            isCollapsed={isCollapsed}
          />
        ) : null}
      </NavGroup>
      <NavGroup title={isCollapsed ? undefined : t('nav.records')}>
        {types.map((info) => (
          <NavItem
            key={info.name}
            to="/$plural"
            params={{ plural: info.plural }}
            search={{ view: undefined }}
            activeOptions={{ explicitUndefined: true }}
            icon={<EntityIcon type={info.name} />}
            label={label(info.labels.many)}
            isCollapsed={isCollapsed}
          />
        ))}
      </NavGroup>
      {favourites.length > 0 && !isCollapsed ? (
        <NavGroup title={t('nav.favourites')}>
          {favourites.flatMap((favourite) => {
            const plural = pluralOf(favourite.type);
            return plural ? (
              <NavItem
                key={favourite.id}
                to="/$plural/$recordId"
                params={{ plural, recordId: favourite.id }}
                icon={<EntityIcon type={favourite.type} />}
                label={favourite.title}
              />
            ) : (
              []
            );
          })}
        </NavGroup>
      ) : null}
      {views.length > 0 && !isCollapsed ? (
        <NavGroup title={t('nav.views')}>
          {views.flatMap((view: View) => {
            const plural = pluralOf(view.type);
            return plural ? (
              <NavItem
                key={view.id}
                to="/$plural"
                params={{ plural }}
                search={{ view: view.id }}
                icon={<EntityIcon type={view.type} />}
                label={view.name}
              />
            ) : (
              []
            );
          })}
        </NavGroup>
      ) : null}
      <div className={classes.last}>
        <NavGroup>
          {access.has('records.import') ? (
            <NavItem
              to="/imports"
              icon={<IconTableImport size={16} stroke={1.7} />}
              label={t('nav.imports')}
              isCollapsed={isCollapsed}
            />
          ) : null}
          <NavItem
            to="/settings"
            icon={<IconSettings size={16} stroke={1.7} />}
            label={t('nav.settings')}
            isCollapsed={isCollapsed}
          />
        </NavGroup>
      </div>
    </nav>
  );
}
