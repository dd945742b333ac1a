import type { EventEntry, EventPattern } from './registry';

/** One element of an EventBridge `detail-type` filter: a literal or a prefix, suffix or wildcard match. */
export type DetailTypeFilter = string | { readonly prefix: string } | { readonly suffix: string };

/**
 * Translates a registry pattern to EventBridge's own filter language, so that the deployed rule and the local bus
 * accept the same events. Throws on a pattern that EventBridge could not express the same way.
 */
export function toDetailTypeFilter(pattern: EventPattern): DetailTypeFilter {
  if (pattern === '*') return { prefix: '' };
  const [head, ...rest] = pattern.split('*');
  if (head === undefined || rest.length === 0) return pattern;
  const [tail] = rest;
  if (rest.length === 1 && tail === '' && head.endsWith('.')) return { prefix: head };
  if (rest.length === 1 && head === '' && tail?.startsWith('.')) return { suffix: tail };
  throw new Error(`Event pattern "${pattern}" must be exact, "type.*", "*.verb" or "*".`);
}

/** Whether a consumer is sent an event: what its EventBridge rule decides when deployed. */
export function isSubscribed(
  entry: Pick<EventEntry, 'on' | 'timers'>,
  event: { readonly type: string; readonly data?: unknown },
): boolean {
  if (!entry.on.some((pattern) => matches(toDetailTypeFilter(pattern), event.type))) return false;
  return entry.timers === undefined || entry.timers.includes(timerOf(event.data));
}

function matches(filter: DetailTypeFilter, type: string): boolean {
  if (typeof filter === 'string') return filter === type;
  return 'prefix' in filter ? type.startsWith(filter.prefix) : type.endsWith(filter.suffix);
}

function timerOf(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('timer' in data)) return '';
  return typeof data.timer === 'string' ? data.timer : '';
}
