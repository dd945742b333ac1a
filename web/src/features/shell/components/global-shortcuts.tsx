import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../lib/access';
import { useLabel, useRecordTypes } from '../../../lib/metadata';
import { openOverlay } from '../../../lib/overlays';
import { useShortcuts } from '../../../lib/shortcuts';
import { TYPE_KEYS } from '../../../lib/type-keys';

/** What works on every page; pages add their own with `useShortcuts`. */
export function GlobalShortcuts() {
  const { t } = useTranslation(['shell', 'common']);
  const navigate = useNavigate();
  const access = useAccess();
  const label = useLabel();
  const types = useRecordTypes().filter((info) => access.can('read', info.name));
  const general = t('common:keys.general');
  const go = t('common:keys.navigation');
  useShortcuts([
    {
      keys: 'mod+k',
      label: t('search.label'),
      group: general,
      whileTyping: true,
      run: () => openOverlay({ kind: 'palette' }),
    },
    { keys: '/', label: t('search.label'), group: general, run: () => openOverlay({ kind: 'palette' }) },
    {
      keys: 'c',
      label: t('create.any'),
      group: general,
      run: () => openOverlay({ kind: 'palette', mode: 'create' }),
    },
    { keys: '?', label: t('user.shortcuts'), group: general, run: () => openOverlay({ kind: 'shortcuts' }) },
    { keys: 'g h', label: t('nav.home'), group: go, run: () => void navigate({ to: '/' }) },
    { keys: 'g p', label: t('nav.pipeline'), group: go, run: () => void navigate({ to: '/pipelines' }) },
    { keys: 'g s', label: t('nav.settings'), group: go, run: () => void navigate({ to: '/settings' }) },
    ...types.flatMap((info) => {
      const key = TYPE_KEYS[info.name];
      if (!key) return [];
      const run = () => void navigate({ to: '/$plural', params: { plural: info.plural } });
      return [{ keys: `g ${key}`, label: label(info.labels.many), group: go, run }];
    }),
  ]);
  return null;
}
