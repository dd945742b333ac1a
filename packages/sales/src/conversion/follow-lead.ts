import type { UserContext } from '@vinculo/identity/access/user-context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import type { Activity } from '../activities/activity';
import { activitiesAbout, lookAgain } from '../activities/follow-account';
import { leadConvertedSchema } from './events';

/*
 * What is still to do with a lead is to be done with its contact from now on, and moves there. What has been done stays
 * where it happened, and counts for the account too; the contact's timeline goes on with the lead's by `fromLeadId`.
 */

/** Brings the activities of a converted lead to its contact and account. Doing it again changes nothing. */
export async function followLead(ctx: UserContext, event: DomainEvent): Promise<void> {
  const { contactId } = leadConvertedSchema.parse(event.data);
  const now = ctx.clock.now().toISOString();
  for await (const activity of activitiesAbout(ctx, event.subject.id)) {
    await lookAgain(ctx, activity.id, isToDo(activity, now) ? { regardingId: contactId } : {});
  }
}

function isToDo({ kind, at = '', isDone }: Activity, now: string): boolean {
  return !isDone && (kind === 'task' || at > now);
}
