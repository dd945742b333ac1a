import { queryOptions } from '@tanstack/react-query';
import type { Condition } from '@vinculo/client/types';
import { vinculo } from '../../../lib/client';
import { learnNames } from '../../../lib/names';

/** Under `['records', 'opportunities']`, so that every change of an opportunity reaches it. */
export function boardQuery(pipelineId: string, filter: Condition[]) {
  return queryOptions({
    queryKey: ['records', 'opportunities', 'board', pipelineId, filter],
    queryFn: async ({ signal }) => {
      const board = await vinculo.pipelines.board(pipelineId, { filter }, signal);
      learnNames(board.names);
      return board;
    },
  });
}

export function forecastQuery(pipelineId: string, months: number) {
  return queryOptions({
    queryKey: ['records', 'opportunities', 'forecast', pipelineId, months],
    queryFn: ({ signal }) => vinculo.pipelines.forecast(pipelineId, { months }, signal),
  });
}
