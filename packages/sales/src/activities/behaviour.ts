import type { UserContext } from '@vinculo/identity/access/user-context';
import type { Change, Companions, RecordBehaviour } from '@vinculo/records/records/behaviour';
import type { RecordItem } from '@vinculo/records/records/item';
import { recordKey } from '@vinculo/records/records/keys';
import { type Activity, toActivity } from './activity';

/** What has happened when it is written down: without a time it happened now. */
const LOGGED_KINDS: ReadonlySet<string | undefined> = new Set(['note', 'email']);

export const activityBehaviour: RecordBehaviour = { prepare };

async function prepare(ctx: UserContext, change: Change): Promise<Companions> {
  if (change.kind === 'delete') return {};
  const after = toActivity(change.after);
  const before = change.before ? toActivity(change.before) : undefined;
  const now = ctx.clock.now().toISOString();
  if (after.at === undefined && LOGGED_KINDS.has(after.kind)) after.at = now;
  if (!after.isDone) delete after.doneAt;
  else if (!before?.isDone || after.doneAt === undefined) after.doneAt = now;
  if (change.kind !== 'update' || needsAccount(ctx, before, after)) await deriveAccount(ctx, after);
  return {};
}

/**
 * A lead has no account until it is converted, so one may have come since. The system changes an activity because what it
 * is about has moved.
 */
function needsAccount(ctx: UserContext, before: Activity | undefined, after: Activity): boolean {
  if (ctx.actor.kind === 'system' || after.regardingId !== before?.regardingId) return true;
  return after.accountId === undefined && after.regardingId?.startsWith('lea_') === true;
}

/** The account that an activity counts for: the one it is about, or that of the person, lead or deal it is about. */
async function deriveAccount(ctx: UserContext, activity: Activity): Promise<void> {
  delete activity.accountId;
  const { regardingId } = activity;
  if (regardingId === undefined) return;
  const accountId = regardingId.startsWith('acc_') ? regardingId : await accountOf(ctx, regardingId);
  if (accountId !== undefined) activity.accountId = accountId;
}

/** The account of a person, lead or deal. Whoever follows a change must see it, however young it is. */
export async function accountOf(ctx: UserContext, recordId: string): Promise<string | undefined> {
  const consistent = ctx.actor.kind === 'system';
  const item = await ctx.table.get<RecordItem>(recordKey(recordId), { consistent });
  const fields = { ...partOf(item?.data), ...partOf(item?.card) };
  const accountId = fields.accountId ?? fields.convertedAccountId;
  return typeof accountId === 'string' ? accountId : undefined;
}

function partOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
