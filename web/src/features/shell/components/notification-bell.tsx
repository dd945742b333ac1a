import { lazy } from 'react';
import { LazyPopup } from '../../../components/ui/lazy-popup';
import { BellButton } from './bell-button';

const load = () => import('./notification-popover');
const NotificationPopover = lazy(load);

export function NotificationBell({ size = 'md' }: { size?: 'md' | 'lg' }) {
  return (
    <LazyPopup
      preload={load}
      target={(button) => <BellButton size={size} {...button} />}
      popup={<NotificationPopover size={size} />}
    />
  );
}
