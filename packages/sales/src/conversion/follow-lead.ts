import type { UserContext } from '@vinculo/identity/access/user-context';
import { AppError } from '@vinculo/platform/errors';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { type CardItem, fromItem } from '@vinculo/records/records/item';
import { lookupPartition } from '@vinculo/records/records/keys';
import { updateRecord } from '@vinculo/records/records/service';
import type { RecordValues } from '@vinculo/records/types/record-type';
import { type Activity, toActivity } from '../activities/activity';
import { activityType } from '../activities/type';
import { activityModel } from '../catalogue';
import { leadConvertedSchema } from './events';

/*
 * What is still to do with a lead is to be done with its contact from now on, and moves there. What has been done stays
 * where it happened, and counts for the account too; the contact's timeline goes on with the lead's by `fromLeadId`.
 */

/** Brings the activities of a converted lead to its contact and account. Doing it again changes nothing. */
export async function followLead(ctx: UserContext, event: DomainEvent): Promise<void> {
  const { contactId } = leadConvertedSchema.parse(event.data);
  const pk = lookupPartition(activityType, 'regardingId', event.subject.id);
  const now = ctx.clock.now().toISOString();
  for await (const card of ctx.table.queryAll<CardItem & { sk: string }>({ pk, index: 'gsi3' })) {
    await follow(ctx, card.pk, isToDo(toActivity(fromItem(card)), now) ? { regardingId: contactId } : {});
  }
}

function isToDo({ kind, at = '', isDone }: Activity, now: string): boolean {
  return !isDone && (kind === 'task' || at > now);
}

/** Any change makes an activity look up its account again. */
async function follow(ctx: UserContext, activityId: string, patch: RecordValues): Promise<void> {
  try {
    await updateRecord(ctx, activityModel, activityId, patch);
  } catch (error) {
    // It, or the contact, was deleted meanwhile: then it stays where it is.
    if (!(error instanceof AppError) || (error.status !== 404 && error.status !== 422)) throw error;
  }
}
