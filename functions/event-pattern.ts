import { matchesPattern } from '@vinculo/platform/events/pattern';
import type { EventEntry } from './registry';

/** Whether a consumer is sent an event: what its EventBridge rule decides when deployed. */
export function isSubscribed(
  entry: Pick<EventEntry, 'on' | 'timers'>,
  event: { readonly type: string; readonly data?: unknown },
): boolean {
  if (!entry.on.some((pattern) => matchesPattern(pattern, event.type))) return false;
  return entry.timers === undefined || entry.timers.includes(timerOf(event.data));
}

function timerOf(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('timer' in data)) return '';
  return typeof data.timer === 'string' ? data.timer : '';
}
