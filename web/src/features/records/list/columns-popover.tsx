import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { Checkbox, Popover, ScrollArea } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../lib/metadata';
import { type FieldDef, fieldsOf } from '../../../lib/record-fields';
import { moveColumn } from '../grid/move-column';
import { ColumnsButton } from './columns-button';
import classes from './columns-menu.module.css';
import type { List } from './use-list';

/** Which columns, and in which order: dragged, or lifted with Space and moved by the arrows. Opened from the start. */
export default function ColumnsPopover({ list }: { list: List }) {
  const { t } = useTranslation('records');
  const [isOpen, setOpen] = useState(true);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={260} trapFocus returnFocus>
      <Popover.Target>
        <ColumnsButton onClick={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={t('list.columns')}>
        <ColumnList list={list} />
      </Popover.Dropdown>
    </Popover>
  );
}

function ColumnList({ list }: { list: List }) {
  const label = useLabel();
  const { info, state, fields, change } = list;
  const [name, ...movable] = fields;
  const hidden = fieldsOf(info)
    .filter((field) => !state.columns.includes(field.name))
    .toSorted((a, b) => label(a.labels).localeCompare(label(b.labels)));
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

  function onDragEnd({ active, over }: DragEndEvent): void {
    if (!over || over.id === active.id) return;
    change({ columns: moveColumn(state.columns, String(active.id), state.columns.indexOf(String(over.id))) });
  }

  const root = useRef<HTMLDivElement>(null);
  const toggled = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the toggled row has moved to its new place.
  useEffect(() => {
    if (toggled.current) checkBoxOf(root.current, toggled.current)?.focus();
    toggled.current = null;
  }, [state.columns]);

  function toggle(field: FieldDef): void {
    const { columns } = state;
    toggled.current = field.name;
    const isShown = columns.includes(field.name);
    change({
      columns: isShown ? columns.filter((column) => column !== field.name) : [...columns, field.name],
    });
  }

  return (
    <ScrollArea.Autosize mah={420} type="auto" viewportRef={root}>
      {name ? <ColumnRow field={name} isShown isFixed onToggle={() => undefined} /> : null}
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
        <SortableContext items={movable.map((field) => field.name)} strategy={verticalListSortingStrategy}>
          {movable.map((field) => (
            <SortableRow key={field.name} field={field} onToggle={() => toggle(field)} />
          ))}
        </SortableContext>
      </DndContext>
      {hidden.map((field) => (
        <ColumnRow key={field.name} field={field} isShown={false} onToggle={() => toggle(field)} />
      ))}
    </ScrollArea.Autosize>
  );
}

function checkBoxOf(root: HTMLElement | null, column: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-column="${column}"] input`) ?? null;
}

function SortableRow({ field, onToggle }: { field: FieldDef; onToggle: () => void }) {
  const { t } = useTranslation('records');
  const label = useLabel()(field.labels, field.name);
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({ id: field.name });
  const style = transform ? { transform: `translateY(${transform.y}px)`, transition } : undefined;
  return (
    <div ref={setNodeRef} className={classes.row} style={style} data-column={field.name}>
      <Checkbox size="xs" checked label={label} onChange={onToggle} className={classes.check} />
      <button
        type="button"
        className={classes.grip}
        {...attributes}
        {...listeners}
        aria-label={t('list.moveColumn', { column: label })}
      >
        <IconGripVertical size={14} aria-hidden />
      </button>
    </div>
  );
}

interface ColumnRowProps {
  field: FieldDef;
  isShown: boolean;
  isFixed?: boolean;
  onToggle: () => void;
}

function ColumnRow({ field, isShown, isFixed = false, onToggle }: ColumnRowProps) {
  const label = useLabel()(field.labels, field.name);
  return (
    <div className={classes.row} data-column={field.name}>
      <Checkbox
        size="xs"
        checked={isShown}
        disabled={isFixed}
        label={label}
        onChange={onToggle}
        className={classes.check}
      />
    </div>
  );
}
