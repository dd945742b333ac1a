import type { Board, BoardCard } from '@vinculo/client/types';
import { describe, expect, it } from 'vitest';
import { withMoreCards, withMovedCard } from './board-cache';

const aCard = (id: string, stageId: string) => ({ id, stageId, isRotting: true }) as unknown as BoardCard;

function aBoard(): Board {
  const column = (stageId: string, ...ids: string[]) => ({
    stageId,
    count: ids.length,
    totals: [],
    baseTotalMinor: 0,
    isComplete: true,
    items: ids.map((id) => aCard(id, stageId)),
    nextCursor: null,
    filter: [],
  });
  return {
    columns: [column('s1', 'a', 'b'), column('s2', 'c')],
    baseCurrency: 'EUR',
    rateDate: '2026-01-01',
    names: {},
  };
}

const idsOf = (board: Board) => board.columns.map(({ items, count }) => [items.map(({ id }) => id), count]);

describe('withMovedCard', () => {
  it('puts the card on top of its new column and counts it there', () => {
    expect(idsOf(withMovedCard(aBoard(), 'a', 's2'))).toEqual([
      [['b'], 1],
      [['a', 'c'], 2],
    ]);
  });

  it('starts the new stage afresh', () => {
    expect(withMovedCard(aBoard(), 'a', 's2').columns[1]?.items[0]).toMatchObject({
      stageId: 's2',
      isRotting: false,
    });
  });

  it('leaves a board alone where nothing moves', () => {
    const board = aBoard();
    expect(withMovedCard(board, 'a', 's1')).toBe(board);
    expect(withMovedCard(board, 'nobody', 's2')).toBe(board);
  });
});

describe('withMoreCards', () => {
  it('adds the next cards behind those shown, each once', () => {
    const more = { items: [aCard('c', 's2'), aCard('d', 's2')], nextCursor: 'next' };
    const board = withMoreCards(aBoard(), 's2', more);
    expect(idsOf(board)[1]).toEqual([['c', 'd'], 1]);
    expect(board.columns[1]?.nextCursor).toBe('next');
  });
});
