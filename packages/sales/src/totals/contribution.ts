import { convert, type Money, percentOf } from '@vinculo/platform/money/money';
import { shardOf } from '@vinculo/records/records/keys';
import type { Opportunity } from '../opportunities/opportunity';
import { monthKey, stageKey, type TotalKey } from './keys';
import type { Row } from './row';

/** One opportunity's part of one kept total. */
export interface Contribution extends TotalKey, Row {
  stageId?: string;
  month?: string;
}

export function toRow(opportunity: Opportunity): Row {
  const { status = 'open', amount, probability = 0, closedRate, closedCurrency } = opportunity;
  const frozen =
    amount && closedRate && closedCurrency ? convert(amount, closedRate, closedCurrency) : undefined;
  const weighted: Money | undefined =
    amount && status === 'open' ? percentOf(amount, probability) : undefined;
  return {
    status,
    ...(amount ? { currency: amount.currency } : {}),
    ...(frozen ? { closedCurrency: frozen.currency } : {}),
    count: 1,
    amountMinor: amount?.amountMinor ?? 0,
    weightedMinor: weighted?.amountMinor ?? 0,
    closedMinor: frozen?.amountMinor ?? 0,
  };
}

/** The month that an opportunity counts in: when it should close, or did. A lost one counts in none. */
export function monthOf({ status, expectedCloseOn, closedOn }: Opportunity): string | undefined {
  if (status === 'lost') return undefined;
  return (status === 'won' ? closedOn : expectedCloseOn)?.slice(0, 7);
}

/** Everything that an opportunity adds to the kept totals: one of its stage, one of its month. */
export function contributionsOf(opportunity: Opportunity, shards: number): Contribution[] {
  const { id, pipelineId, stageId } = opportunity;
  if (pipelineId === undefined || stageId === undefined) return [];
  const row = toRow(opportunity);
  const place = { pipelineId, shard: shardOf(id, shards), lane: laneOf(id) };
  const month = monthOf(opportunity);
  return [
    { ...stageKey(place, stageId, row), stageId, ...row },
    ...(month ? [{ ...monthKey(place, month, row), month, ...row }] : []),
  ];
}

const LANES = 4;

/** Spreads a total over a few items, so that changes to different opportunities seldom meet in one. */
function laneOf(id: string): number {
  return shardOf([...id].reverse().join(''), LANES);
}
