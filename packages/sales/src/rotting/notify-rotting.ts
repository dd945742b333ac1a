import type { UserContext } from '@vinculo/identity/access/user-context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { notify } from '@vinculo/records/notifications/notify';
import { readPipelines } from '../pipelines/repository';
import { rotsAt } from './rotting';
import { readLive, scheduleOne, stageOf } from './schedule-rotting';

/**
 * Tells the owner that an opportunity has been in its stage for too long, once for each stay. A timer that is early
 * because the stage allows more days by now is set anew; one of an opportunity that moved on says nothing.
 */
export async function notifyRotting(ctx: UserContext, event: DomainEvent): Promise<void> {
  const opportunity = await readLive(ctx, event.subject.id);
  if (!opportunity?.ownerId) return;
  const pipelines = await readPipelines(ctx, ctx.tenant.locale);
  const stage = stageOf(opportunity, pipelines);
  const at = rotsAt(opportunity, stage);
  if (!stage || !at) return;
  const { id, name, ownerId, stageEnteredAt = '' } = opportunity;
  if (at > ctx.clock.now()) return scheduleOne(ctx, id, pipelines);
  await notify(ctx, {
    userId: ownerId,
    key: `rotting-${id}-${stageEnteredAt}`,
    at: at.toISOString(),
    kind: 'opportunity.rotting',
    title: {
      en: `No movement for too long: ${name}`,
      es: `Sin avances desde hace demasiado: ${name}`,
    },
    subject: { type: 'opportunity', id, title: name },
    params: { stageId: stage.id, stage: stage.name, days: stage.rottingDays ?? 0 },
  });
}
