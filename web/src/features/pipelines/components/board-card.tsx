import { useDraggable } from '@dnd-kit/core';
import { ActionIcon, Menu, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconArrowsLeftRight, IconFlag } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { BoardCard as Card, Stage } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { UserAvatar } from '../../../components/ui/user-avatar';
import { useName } from '../../../lib/names';
import { readMoney } from '../../../lib/read-money';
import { daysInStage } from '../../../lib/rotting';
import { useFormat } from '../../../lib/use-format';
import classes from './board.module.css';

interface BoardCardProps {
  card: Card;
  stages: readonly Stage[];
  mayMove: boolean;
  onMove: (to: Stage) => void;
}

/** One opportunity: dragged by pointer, lifted by Space on its handle, or moved by its menu. */
export function BoardCard({ card, stages, mayMove, onMove }: BoardCardProps) {
  const { t } = useTranslation('pipelines');
  const name = String(card.name ?? '');
  const { setNodeRef, attributes, listeners, isDragging } = useDraggable({
    id: card.id,
    disabled: !mayMove,
    data: { name, stageId: card.stageId },
  });
  return (
    <li
      ref={setNodeRef}
      className={classes.card}
      data-dragging={isDragging || undefined}
      {...(mayMove ? pointer(listeners) : {})}
    >
      <CardFace card={card} />
      {mayMove ? (
        <span className={classes.tools}>
          <ActionIcon
            {...attributes}
            {...listeners}
            variant="subtle"
            color="gray"
            size="sm"
            className={classes.handle}
            aria-label={t('card.drag', { name })}
          >
            <IconArrowsLeftRight size={14} aria-hidden />
          </ActionIcon>
          <MoveMenu card={card} stages={stages} onMove={onMove} />
        </span>
      ) : null}
    </li>
  );
}

/** The whole card follows the pointer; the keyboard starts at the handle, so that links keep their keys. */
function pointer(listeners: ReturnType<typeof useDraggable>['listeners']) {
  const { onKeyDown: _, ...rest } = listeners ?? {};
  return rest;
}

export function CardFace({ card }: { card: Card }) {
  const { t } = useTranslation('pipelines');
  const format = useFormat();
  const account = useName(typeof card.accountId === 'string' ? card.accountId : undefined);
  const owner = useName(card.ownerId ?? undefined);
  const amount = readMoney(card.amount);
  const days = daysInStage(card);
  return (
    <>
      <Link
        to="/$plural/$recordId"
        params={{ plural: 'opportunities', recordId: card.id }}
        className={classes.name}
        draggable={false}
      >
        {String(card.name ?? '')}
      </Link>
      {account ? <span className={classes.account}>{account}</span> : null}
      <span className={classes.facts}>
        {amount ? <strong>{format.money(amount.amountMinor, amount.currency)}</strong> : null}
        {typeof card.expectedCloseOn === 'string' ? <span>{format.date(card.expectedCloseOn)}</span> : null}
      </span>
      <span className={classes.foot}>
        {owner ? (
          <Tooltip label={owner}>
            <span className={classes.owner}>
              <UserAvatar name={owner} />
              <VisuallyHidden>{owner}</VisuallyHidden>
            </span>
          </Tooltip>
        ) : null}
        {card.isRotting ? (
          <span className={classes.rotten}>
            <IconFlag size={13} aria-hidden /> {t('card.rotten', { count: days })}
          </span>
        ) : (
          <span>{t('card.days', { count: days })}</span>
        )}
      </span>
    </>
  );
}

function MoveMenu({ card, stages, onMove }: Omit<BoardCardProps, 'mayMove'>) {
  const { t } = useTranslation('pipelines');
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('card.move', { name: String(card.name ?? '') })}
          onPointerDown={(event) => event.stopPropagation()}
        >
          ⋯
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('card.moveTo')}</Menu.Label>
        {stages.map((stage) => (
          <Menu.Item key={stage.id} disabled={stage.id === card.stageId} onClick={() => onMove(stage)}>
            {stage.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
