import type { RecordTypeInfo } from '@vinculo/client/types';
import { LazyPopup } from '../../../components/ui/lazy-popup';
import { preloadable } from '../../../lib/preloadable';
import { AddFilterButton } from './add-filter-button';

const AddFilterPopover = preloadable(() => import('./add-filter-popover'));

interface AddFilterProps {
  info: RecordTypeInfo;
  onAdd: (field: string) => void;
}

export function AddFilter({ info, onAdd }: AddFilterProps) {
  return (
    <LazyPopup
      preload={AddFilterPopover.preload}
      target={(button) => <AddFilterButton {...button} />}
      popup={<AddFilterPopover info={info} onAdd={onAdd} />}
    />
  );
}
