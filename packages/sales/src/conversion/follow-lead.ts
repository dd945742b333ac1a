import type { UserContext } from '@vinculo/identity/access/user-context';
import { AppError } from '@vinculo/platform/errors';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import type { CardItem } from '@vinculo/records/records/item';
import { lookupPartition } from '@vinculo/records/records/keys';
import { updateRecord } from '@vinculo/records/records/service';
import { activityType } from '../activities/type';
import { activityModel } from '../catalogue';
import { leadConvertedSchema } from './events';

/*
 * What was done and is still to do with a lead is done with its contact from now on: its activities move there, and so
 * count for the account. The lead keeps its own events, and the contact points back to it by `fromLeadId`.
 */

/** Moves the activities of a converted lead to its contact. Doing it again finds none left. */
export async function followLead(ctx: UserContext, event: DomainEvent): Promise<void> {
  const { contactId } = leadConvertedSchema.parse(event.data);
  const pk = lookupPartition(activityType, 'regardingId', event.subject.id);
  for await (const { pk: id } of ctx.table.queryAll<CardItem & { sk: string }>({ pk, index: 'gsi3' })) {
    await move(ctx, id, contactId);
  }
}

async function move(ctx: UserContext, activityId: string, contactId: string): Promise<void> {
  try {
    await updateRecord(ctx, activityModel, activityId, { regardingId: contactId });
  } catch (error) {
    // It, or the contact, was deleted meanwhile: then it stays where it is.
    if (!(error instanceof AppError) || (error.status !== 404 && error.status !== 422)) throw error;
  }
}
