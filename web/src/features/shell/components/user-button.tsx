import { IconSelector } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import { UserAvatar } from '../../../components/ui/user-avatar';
import { useSession } from '../../../lib/session';
import classes from './user-button.module.css';

export function UserButton({
  isCollapsed,
  ...button
}: ComponentPropsWithRef<'button'> & { isCollapsed: boolean }) {
  const { t } = useTranslation('shell');
  const { user, roleName } = useSession();
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={t('user.menu', { name: user.name })}
      {...button}
      className={classes.button}
      data-collapsed={isCollapsed || undefined}
    >
      <UserAvatar name={user.name} size="md" />
      {isCollapsed ? null : (
        <>
          <span className={classes.who}>
            <span className={classes.name}>{user.name}</span>
            <span className={classes.role}>{roleName}</span>
          </span>
          <IconSelector size={14} aria-hidden />
        </>
      )}
    </button>
  );
}
