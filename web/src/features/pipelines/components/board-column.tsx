import { useDroppable } from '@dnd-kit/core';
import { Button, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { BoardCard as Card, BoardColumn as Column, Stage } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import classes from './board.module.css';
import { BoardCard } from './board-card';

interface BoardColumnProps {
  stage: Stage;
  column: Column;
  baseCurrency: string;
  stages: readonly Stage[];
  mayMove: (card: Card) => boolean;
  onMove: (card: Card, to: Stage) => void;
  onCreate?: (() => void) | undefined;
  onMore: () => void;
  isLoadingMore: boolean;
}

export function BoardColumn(props: BoardColumnProps) {
  const { stage, column, baseCurrency, stages, mayMove, onMove, onCreate, onMore, isLoadingMore } = props;
  const { t } = useTranslation('pipelines');
  const { setNodeRef, isOver } = useDroppable({ id: stage.id, data: { name: stage.name } });
  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      data-over={isOver || undefined}
      data-kind={stage.kind}
      aria-label={t('column.label', { stage: stage.name, count: column.count })}
    >
      <header className={classes.head}>
        <h2 className={classes.stage}>{stage.name}</h2>
        <span className={classes.count}>
          {column.isComplete ? column.count : t('column.atLeast', { count: column.count })}
        </span>
        <ColumnTotal column={column} baseCurrency={baseCurrency} />
      </header>
      <ol className={classes.cards}>
        {column.items.map((card) => (
          <BoardCard
            key={card.id}
            card={card}
            stages={stages}
            mayMove={mayMove(card)}
            onMove={(to) => onMove(card, to)}
          />
        ))}
      </ol>
      {column.nextCursor ? (
        <Button variant="subtle" color="gray" size="xs" loading={isLoadingMore} onClick={onMore}>
          {t('column.more')}
        </Button>
      ) : null}
      {onCreate ? (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={onCreate}
          className={classes.add}
        >
          {t('column.add')}
        </Button>
      ) : null}
    </section>
  );
}

/** The column's worth in the company's currency; what it is made of, and what has no rate, on demand. */
function ColumnTotal({ column, baseCurrency }: Pick<BoardColumnProps, 'column' | 'baseCurrency'>) {
  const { t } = useTranslation('pipelines');
  const format = useFormat();
  const foreign = column.totals.filter(({ currency }) => currency !== baseCurrency);
  const unconverted = column.totals.filter(({ unconvertedMinor }) => unconvertedMinor > 0);
  const total = `${format.money(column.baseTotalMinor, baseCurrency)}${unconverted.length > 0 ? ' +' : ''}`;
  if (foreign.length === 0) return <span className={classes.total}>{total}</span>;
  const parts = column.totals
    .map(({ currency, amountMinor }) => format.money(amountMinor, currency))
    .join(' + ');
  const missing = unconverted.map(({ currency }) => currency).join(', ');
  return (
    <Tooltip
      label={missing ? t('column.unconverted', { parts, currencies: missing }) : t('column.parts', { parts })}
    >
      <button type="button" className={classes.total}>
        {total}
      </button>
    </Tooltip>
  );
}
