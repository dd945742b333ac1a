import type { UserContext } from '@vinculo/identity/access/user-context';
import type { TenantContext } from '@vinculo/platform/context';
import { AppError } from '@vinculo/platform/errors';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { type CardItem, fromItem } from '@vinculo/records/records/item';
import { lookupPartition } from '@vinculo/records/records/keys';
import { updateRecord } from '@vinculo/records/records/service';
import { loadSystemContext } from '@vinculo/records/records/system-context';
import type { RecordValues } from '@vinculo/records/types/record-type';
import { activityModel } from '../catalogue';
import { type Activity, toActivity } from './activity';
import { accountOf } from './behaviour';
import { activityType } from './type';

/*
 * An activity counts for the account that the person or deal it is about belongs to now. Whoever changes companies takes
 * the whole history along: it stays with the person, and their new account shows it. What is about the old account itself
 * stays there.
 */
const FOLLOWED: readonly unknown[] = ['contact', 'opportunity'];

/** Brings activities to the account that what they are about has moved to. Doing it again changes nothing. */
export async function followAccount(ctx: TenantContext, event: DomainEvent): Promise<void> {
  const ids = movedIds(event);
  if (ids.length === 0) return;
  const system = await loadSystemContext(ctx);
  for (const id of ids) {
    const accountId = await accountOf(system, id);
    for await (const activity of activitiesAbout(system, id)) {
      if (activity.accountId !== accountId) await lookAgain(system, activity.id);
    }
  }
}

/** An import tells which fields it changed, in whichever of its records. */
function movedIds({ type, subject, data }: DomainEvent): string[] {
  const isImport = type === 'records.imported';
  if (!FOLLOWED.includes(isImport ? data.recordType : subject.type)) return [];
  if (isImport) {
    return listOf(data.fields).includes('accountId') ? listOf(data.ids).map(String) : [];
  }
  const { changes } = data;
  const isMoved = typeof changes === 'object' && changes !== null && 'accountId' in changes;
  return isMoved ? [subject.id] : [];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export async function* activitiesAbout(ctx: UserContext, recordId: string): AsyncGenerator<Activity> {
  const pk = lookupPartition(activityType, 'regardingId', recordId);
  for await (const card of ctx.table.queryAll<CardItem & { sk: string }>({ pk, index: 'gsi3' })) {
    yield toActivity(fromItem(card));
  }
}

/** Any change by the system makes an activity look up its account again. */
export async function lookAgain(
  ctx: UserContext,
  activityId: string,
  patch: RecordValues = {},
): Promise<void> {
  try {
    await updateRecord(ctx, activityModel, activityId, patch);
  } catch (error) {
    // It, or what it is about, was deleted meanwhile: then it stays where it is.
    if (!(error instanceof AppError) || (error.status !== 404 && error.status !== 422)) throw error;
  }
}
