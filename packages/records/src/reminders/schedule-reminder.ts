import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import type { Catalogue } from '../types/catalogue';
import type { RecordType } from '../types/record-type';
import { hasReminders, readLive, reminderTimer, reminderTimerName, remindsAt } from './reminder';

/** Keeps the timers of the records that an event tells of as their `remindAt` says. */
export async function scheduleReminder(
  ctx: TenantContext,
  catalogue: Catalogue,
  event: DomainEvent,
): Promise<void> {
  const isImport = event.type === 'records.imported';
  const type = catalogue.find(isImport ? String(event.data.recordType) : event.subject.type)?.type;
  if (!type || !hasReminders(type) || !isRelevant(event)) return;
  const ids = isImport ? ((event.data.ids as string[] | undefined) ?? []) : [event.subject.id];
  for (const id of ids) await settleTimer(ctx, type, id);
}

/**
 * A timer can't ride in a transaction, so whoever set it looks again: if the record changed meanwhile, what was set may
 * be old news that overwrote newer, and is set again (D6).
 */
async function settleTimer(ctx: TenantContext, type: RecordType, id: string): Promise<void> {
  let record = await readLive(ctx, id);
  for (;;) {
    await setTimer(ctx, type, id, remindsAt(record));
    const current = await readLive(ctx, id);
    if (current?.version === record?.version) return;
    record = current;
  }
}

async function setTimer(
  ctx: TenantContext,
  type: RecordType,
  id: string,
  at: Date | undefined,
): Promise<void> {
  const { schedules } = ctx.ports;
  const name = reminderTimerName(id);
  // What is past has rung, or was past when it was written.
  if (!at || at <= ctx.clock.now()) return schedules.clear(ctx.tenantId, name);
  const subject = { type: type.name, id };
  await schedules.set({ tenantId: ctx.tenantId, name, at, timer: reminderTimer(type), subject });
}

function isRelevant({ type, data }: DomainEvent): boolean {
  if (!type.endsWith('.updated')) return true;
  const changes = Object.keys((data.changes as object | undefined) ?? {});
  return changes.some((field) => field === 'remindAt' || field === 'isDone');
}
