import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Condition, Pipeline, RecordTypeInfo } from '@vinculo/client/types';
import { ErrorState } from '../../../components/ui/error-state';
import { boardQuery } from '../api/board-query';
import { Board } from './board';
import classes from './pipeline-page.module.css';

const MINE: Condition[] = [{ field: 'ownerId', op: 'eq', value: '@me' }];
const EVERYBODY: Condition[] = [];

interface BoardViewProps {
  info: RecordTypeInfo;
  pipeline: Pipeline;
  isMine: boolean;
}

export function BoardView({ info, pipeline, isMine }: BoardViewProps) {
  const filter = isMine ? MINE : EVERYBODY;
  const query = useQuery(boardQuery(pipeline.id, filter));
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (query.data) return <Board info={info} board={query.data} pipeline={pipeline} filter={filter} />;
  return (
    <div className={classes.columns} aria-busy>
      {pipeline.stages.map(({ id }) => (
        <Skeleton key={id} height={320} radius="md" />
      ))}
    </div>
  );
}
