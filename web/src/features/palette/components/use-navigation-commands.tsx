import { IconHome, IconLayoutKanban, IconSettings, IconTableImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { useAccess } from '../../../lib/access';
import { useLabel, useRecordTypes } from '../../../lib/metadata';
import { settingsPagesFor } from '../../../lib/settings-pages';
import { TYPE_KEYS } from '../../../lib/type-keys';
import { viewsQuery } from '../../../lib/workspace';
import type { Command } from './command';

/** Every place the person may go to. */
export function useNavigationCommands(): { places: Command[]; views: Command[]; settings: Command[] } {
  const { t } = useTranslation(['palette', 'shell', 'settings']);
  const navigate = useNavigate();
  const access = useAccess();
  const label = useLabel();
  const types = useRecordTypes().filter((info) => access.can('read', info.name));
  const savedViews = useQuery(viewsQuery).data?.items ?? [];

  const places: Command[] = [
    {
      id: 'home',
      title: t('shell:nav.home'),
      icon: <IconHome size={16} />,
      keys: 'g h',
      run: () => void navigate({ to: '/' }),
    },
    ...types.map((info) => ({
      id: `type-${info.name}`,
      title: label(info.labels.many),
      icon: <EntityIcon type={info.name} />,
      ...(TYPE_KEYS[info.name] ? { keys: `g ${TYPE_KEYS[info.name]}` } : {}),
      run: () => void navigate({ to: '/$plural', params: { plural: info.plural } }),
    })),
  ];
  if (access.can('read', 'opportunity')) {
    places.splice(1, 0, {
      id: 'pipeline',
      title: t('shell:nav.pipeline'),
      icon: <IconLayoutKanban size={16} />,
      keys: 'g p',
      run: () => void navigate({ to: '/pipelines' }),
    });
  }
  if (access.has('records.import')) {
    places.push({
      id: 'imports',
      title: t('shell:nav.imports'),
      icon: <IconTableImport size={16} />,
      run: () => void navigate({ to: '/imports' }),
    });
  }

  const views = savedViews.flatMap((view): Command[] => {
    const info = types.find(({ name }) => name === view.type);
    if (!info) return [];
    const run = () =>
      void navigate({ to: '/$plural', params: { plural: info.plural }, search: { view: view.id } });
    const subtitle = label(info.labels.many);
    return [{ id: view.id, title: view.name, subtitle, icon: <EntityIcon type={view.type} />, run }];
  });

  const settings = settingsPagesFor(access.has).map((page) => ({
    id: page.to,
    title: t(`settings:pages.${page.key}`),
    subtitle: t('shell:nav.settings'),
    keywords: t('shell:nav.settings'),
    icon: <IconSettings size={16} />,
    run: () => void navigate({ to: page.to }),
  }));

  return { places, views, settings };
}
