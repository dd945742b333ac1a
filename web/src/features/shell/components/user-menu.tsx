import { lazy } from 'react';
import { LazyPopup } from '../../../components/ui/lazy-popup';
import { UserButton } from './user-button';

const load = () => import('./user-menu-items');
const UserMenuItems = lazy(load);

export function UserMenu({ isCollapsed = false }: { isCollapsed?: boolean }) {
  return (
    <LazyPopup
      preload={load}
      target={(button) => <UserButton isCollapsed={isCollapsed} {...button} />}
      popup={<UserMenuItems isCollapsed={isCollapsed} />}
    />
  );
}
