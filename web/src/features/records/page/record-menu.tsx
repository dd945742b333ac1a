import { LazyPopup } from '../../../components/ui/lazy-popup';
import { preloadable } from '../../../lib/preloadable';
import { RecordMenuButton } from './record-menu-button';
import type { RecordMenuProps } from './record-menu-items';

const RecordMenuItems = preloadable(() => import('./record-menu-items'));

export function RecordMenu(props: RecordMenuProps) {
  return (
    <LazyPopup
      preload={RecordMenuItems.preload}
      target={(button) => <RecordMenuButton {...button} />}
      popup={<RecordMenuItems {...props} />}
    />
  );
}
