import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLogout, IconShieldLock, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../../lib/i18n';
import { openOverlay } from '../../../lib/overlays';
import { usePreferences } from '../../../lib/preferences';
import { logOut } from '../../../lib/session';
import { useLanguage } from '../../../lib/use-language';
import { useProblemNotice } from '../../../lib/use-problem-notice';
import { UserButton } from './user-button';

/** The menu itself; `user-menu.tsx` loads it when the button is first used. */
export default function UserMenuItems({ isCollapsed }: { isCollapsed: boolean }) {
  const { t } = useTranslation('shell');
  const onError = useProblemNotice();
  return (
    <Menu defaultOpened position="top-start" width={232} withinPortal>
      <Menu.Target>
        <UserButton isCollapsed={isCollapsed} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/settings/profile" leftSection={<IconUserCircle size={16} />}>
          {t('user.profile')}
        </Menu.Item>
        <Menu.Item component={Link} to="/settings/security" leftSection={<IconShieldLock size={16} />}>
          {t('user.security')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={16} />}
          onClick={() => openOverlay({ kind: 'shortcuts' })}
        >
          {t('user.shortcuts')}
        </Menu.Item>
        <Menu.Divider />
        <ThemeItems />
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void logOut().catch(onError)}>
          {t('user.logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function ThemeItems() {
  const { t } = useTranslation('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { update } = usePreferences();
  function choose(scheme: string) {
    if (scheme !== 'light' && scheme !== 'dark' && scheme !== 'auto') return;
    setColorScheme(scheme);
    update({ colorScheme: scheme });
  }
  return (
    <>
      <Menu.Label>{t('user.theme')}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={choose}>
        <Menu.RadioItem value="light">{t('theme.light')}</Menu.RadioItem>
        <Menu.RadioItem value="dark">{t('theme.dark')}</Menu.RadioItem>
        <Menu.RadioItem value="auto">{t('theme.auto')}</Menu.RadioItem>
      </Menu.RadioGroup>
    </>
  );
}

function LanguageItems() {
  const { t } = useTranslation('shell');
  const { language, choose } = useLanguage();
  return (
    <>
      <Menu.Label>{t('user.language')}</Menu.Label>
      <Menu.RadioGroup value={language} onChange={(value) => choose(localeOf(value))}>
        <Menu.RadioItem value="en" lang="en">
          English
        </Menu.RadioItem>
        <Menu.RadioItem value="es" lang="es">
          Español
        </Menu.RadioItem>
      </Menu.RadioGroup>
    </>
  );
}
