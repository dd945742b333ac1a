import type { QueryClient } from '@tanstack/react-query';
import type { RecordTypeInfo } from '@vinculo/client/types';
import { pipelinesQuery } from '../workspace';
import type { Values } from './merge-changes';
import { type LostDeals, lostReasonQuestions } from './questions';

interface Move {
  info: RecordTypeInfo;
  /** What is about to be lost. */
  deals: LostDeals;
  isLost: boolean;
  changes: Values;
}

/** The server wants to know why a deal is lost, so the person is asked before it is moved. `null`: thought better of it. */
export async function withLostReason(client: QueryClient, move: Move): Promise<Values | null> {
  const { info, deals, isLost, changes } = move;
  if (info.name !== 'opportunity' || typeof changes.stageId !== 'string') return changes;
  if (changes.lostReason || isLost) return changes;
  const { items } = await client.ensureQueryData(pipelinesQuery);
  const stage = items.flatMap(({ stages }) => stages).find(({ id }) => id === changes.stageId);
  if (stage?.kind !== 'lost') return changes;
  const lostReason = await lostReasonQuestions.ask(deals);
  return lostReason === null ? null : { ...changes, lostReason };
}
