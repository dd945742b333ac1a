import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { TickBox } from '../../../components/ui/tick-box';
import { columnWidths } from './column-widths';
import cellClasses from './grid-cell.module.css';
import classes from './grid-header.module.css';
import { HeaderCell } from './header-cell';
import type { RecordGridProps } from './record-grid';
import { allOf } from './use-selection';

interface GridHeaderProps extends RecordGridProps {
  /** The active cell, if it is in the header. */
  activeColumn: number;
  onFocusCell: (row: number, column: number) => void;
}

/** Drawn again only for what it shows, not for every step of a scroll. */
export const GridHeader = memo(function GridHeader({ activeColumn, onFocusCell, ...props }: GridHeaderProps) {
  const { t } = useTranslation('records');
  const { fields, records, selection, onSelection } = props;
  const widths = columnWidths(fields, props.widths);
  const selected = records.filter(({ id }) => selection[id]).length;
  const isAll = records.length > 0 && selected === records.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of ten thousand rows is drawn row by row.
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus, as the pattern of a grid has it.
    <div role="row" aria-rowindex={1} className={classes.header}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table of ten thousand rows is drawn row by row. */}
      <div
        role="columnheader"
        aria-colindex={1}
        className={cellClasses.select}
        data-cell="-1:0"
        tabIndex={activeColumn === 0 ? 0 : -1}
        onFocus={() => onFocusCell(-1, 0)}
      >
        <TickBox
          tabIndex={-1}
          aria-label={t('list.selectAll')}
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = selected > 0 && !isAll;
          }}
          onChange={() => onSelection(isAll ? {} : allOf(records))}
        />
      </div>
      {fields.map((field, index) => (
        <HeaderCell
          key={field.name}
          field={field}
          index={index}
          width={widths[index] ?? 0}
          isActive={activeColumn === index + 1}
          onFocus={() => onFocusCell(-1, index + 1)}
          props={props}
        />
      ))}
    </div>
  );
});
