import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './error-state';
import { Panel } from './panel';
import { RowsSkeleton } from './skeletons';

interface QueryPanelProps<T> {
  title: string;
  meta?: ReactNode;
  action?: ReactNode;
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  flush?: boolean;
}

/** A panel that loads by itself, so that a slow or failing one leaves the rest of the page alone. */
export function QueryPanel<T>({ query, children, flush = true, ...panel }: QueryPanelProps<T>) {
  return (
    <Panel {...panel} flush={flush}>
      {query.isPending ? <RowsSkeleton rows={3} /> : null}
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} compact /> : null}
      {query.data === undefined ? null : children(query.data)}
    </Panel>
  );
}
