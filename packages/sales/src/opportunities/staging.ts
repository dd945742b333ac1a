import { refused } from '@vinculo/platform/errors';
import type { NewEvent } from '@vinculo/platform/events/commit';
import type { Place } from '../pipelines/stages';
import type { Opportunity } from './opportunity';

/*
 * What a stage says about an opportunity in it. The probability is the stage's until somebody sets another; from then
 * on it stays through open stages, and clearing it returns it to the stage's. A closed one is certain: 100 or 0.
 */

export interface Moment {
  now: Date;
  /** The calendar date in the tenant's time zone. */
  today: string;
}

/** Makes an opportunity agree with its place. Throws 422 for a loss without a reason or an impossible closing date. */
export function settle(before: Opportunity | undefined, after: Opportunity, place: Place, at: Moment): void {
  const { pipeline, stage } = place;
  after.pipelineId = pipeline.sk;
  after.stageId = stage.id;
  after.status = stage.kind;
  if (before?.stageId !== stage.id) after.stageEnteredAt = at.now.toISOString();
  settleProbability(before, after, place);
  settleClosing(before, after, at);
}

/** The event of a move, with how long the opportunity was in the stage that it left. */
export function stageChanged(before: Opportunity, after: Opportunity, now: Date): NewEvent | undefined {
  if (before.stageId === undefined || before.stageId === after.stageId) return undefined;
  const enteredAt = before.stageEnteredAt ?? before.createdAt;
  return {
    type: 'opportunity.stage_changed',
    subject: { type: 'opportunity', id: after.id, version: after.version },
    data: {
      from: before.stageId,
      to: after.stageId,
      status: after.status,
      pipelineId: after.pipelineId,
      enteredAt: now.toISOString(),
      msInPreviousStage: Math.max(0, now.getTime() - Date.parse(enteredAt)),
    },
  };
}

function settleProbability(before: Opportunity | undefined, after: Opportunity, { stage }: Place): void {
  const isSetNow = after.probability !== before?.probability;
  const isManual = isSetNow ? after.probability !== undefined : before?.isProbabilityManual === true;
  if (stage.kind !== 'open' || !isManual || after.probability === stage.probability) {
    after.probability = stage.kind === 'won' ? 100 : stage.kind === 'lost' ? 0 : stage.probability;
    delete after.isProbabilityManual;
  } else {
    after.isProbabilityManual = true;
  }
}

function settleClosing(before: Opportunity | undefined, after: Opportunity, { today }: Moment): void {
  if (after.status === 'open') {
    if (after.closedOn !== undefined && after.closedOn !== before?.closedOn) {
      throw refused('/closedOn', 'opportunity.not_closed', 'Only a closed opportunity has a closing date.');
    }
    delete after.closedOn;
    delete after.lostReason;
    return;
  }
  const isDateGiven = after.closedOn !== undefined && after.closedOn !== before?.closedOn;
  const closesNow = after.status !== before?.status;
  if (isDateGiven && String(after.closedOn) > today) {
    throw refused('/closedOn', 'date.in_future', 'The closing date cannot be in the future.');
  }
  if (!isDateGiven && (closesNow || after.closedOn === undefined)) after.closedOn = today;
  if (after.status === 'won') delete after.lostReason;
  if (after.status === 'lost' && closesNow && after.lostReason === undefined) {
    throw refused('/lostReason', 'required', 'Say why it was lost.');
  }
}
