import { LazyPopup } from '../../../components/ui/lazy-popup';
import { preloadable } from '../../../lib/preloadable';
import { ColumnsButton } from './columns-button';
import type { List } from './use-list';

const ColumnsPopover = preloadable(() => import('./columns-popover'));

export function ColumnsMenu({ list }: { list: List }) {
  return (
    <LazyPopup
      preload={ColumnsPopover.preload}
      target={(button) => <ColumnsButton {...button} />}
      popup={<ColumnsPopover list={list} />}
    />
  );
}
