import type { Opportunity } from '../opportunities/opportunity';
import type { Stage } from '../pipelines/schema';

const DAY_MS = 86_400_000;

/** When an opportunity has been in its stage for too long; none where nothing rots. */
export function rotsAt(
  opportunity: Pick<Opportunity, 'status' | 'stageEnteredAt'>,
  stage: Stage | undefined,
): Date | undefined {
  const { status, stageEnteredAt } = opportunity;
  if (status !== 'open' || stageEnteredAt === undefined || stage?.rottingDays === undefined) return undefined;
  return new Date(Date.parse(stageEnteredAt) + stage.rottingDays * DAY_MS);
}

export function isRotting(
  opportunity: Pick<Opportunity, 'status' | 'stageEnteredAt'>,
  stage: Stage | undefined,
  now: Date,
): boolean {
  const at = rotsAt(opportunity, stage);
  return at !== undefined && at <= now;
}
