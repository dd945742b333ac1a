import { useMantineColorScheme } from '@mantine/core';
import {
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSun,
  IconSunMoon,
} from '@tabler/icons-react';
import type { Locale, Preferences } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../lib/access';
import { useLabel, useRecordTypes } from '../../../lib/metadata';
import { openOverlay } from '../../../lib/overlays';
import { usePreferences } from '../../../lib/preferences';
import { logOut } from '../../../lib/session';
import { useLanguage } from '../../../lib/use-language';
import { useProblemNotice } from '../../../lib/use-problem-notice';
import type { Command } from './command';

const SCHEMES = [
  { scheme: 'light', Glyph: IconSun },
  { scheme: 'dark', Glyph: IconMoon },
  { scheme: 'auto', Glyph: IconSunMoon },
] as const;

/** What can be done from anywhere. */
export function useActionCommands(): { create: Command[]; actions: Command[] } {
  const { t } = useTranslation(['palette', 'shell']);
  const access = useAccess();
  const label = useLabel();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { update } = usePreferences();
  const { language: current, choose } = useLanguage();
  const onError = useProblemNotice();
  const types = useRecordTypes().filter((info) => access.can('create', info.name));

  const create = types.map((info) => ({
    id: `create-${info.name}`,
    title: t('shell:create.one', { type: label(info.labels.one).toLowerCase() }),
    keywords: t('createKeywords'),
    icon: <IconPlus size={16} />,
    run: () => openOverlay({ kind: 'create', type: info.name }),
  }));

  function chooseScheme(scheme: NonNullable<Preferences['colorScheme']>) {
    setColorScheme(scheme);
    update({ colorScheme: scheme });
  }
  const themes = SCHEMES.filter(({ scheme }) => scheme !== colorScheme).map(({ scheme, Glyph }) => ({
    id: `theme-${scheme}`,
    title: t('theme', { theme: t(`shell:theme.${scheme}`).toLowerCase() }),
    icon: <Glyph size={16} />,
    run: () => chooseScheme(scheme),
  }));

  const other: Locale = current === 'en' ? 'es' : 'en';
  const language: Command = {
    id: 'language',
    title: other === 'es' ? 'Cambiar a español' : 'Switch to English',
    keywords: t('languageKeywords'),
    icon: <IconLanguage size={16} />,
    run: () => choose(other),
  };
  const help: Command = {
    id: 'shortcuts',
    title: t('shell:user.shortcuts'),
    icon: <IconKeyboard size={16} />,
    keys: '?',
    run: () => openOverlay({ kind: 'shortcuts' }),
  };
  const leave: Command = {
    id: 'log-out',
    title: t('shell:user.logOut'),
    icon: <IconLogout size={16} />,
    run: () => void logOut().catch(onError),
  };
  return { create, actions: [...themes, language, help, leave] };
}
