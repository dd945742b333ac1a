import type { TenantContext } from '@vinculo/platform/context';
import { historyItems, type NewEvent } from '@vinculo/platform/events/commit';
import type { Write } from '@vinculo/platform/table/writes';

/** What an import changed in a record that was there, for its timeline: the import's own event names many records. */
export function historyOf(ctx: TenantContext, importId: string, events: readonly NewEvent[]): Write[] {
  return historyItems(
    ctx,
    events.map((event) => ({ ...event, data: { ...event.data, importId } })),
  );
}
