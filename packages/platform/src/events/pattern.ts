/** Exact (`contact.created`), by type (`contact.*`), by verb (`*.created`) or all (`*`). */
export type EventPattern = string;

/** One element of an EventBridge `detail-type` filter: a literal or a prefix, suffix or wildcard match. */
export type DetailTypeFilter = string | { readonly prefix: string } | { readonly suffix: string };

/**
 * Translates a pattern to EventBridge's own filter language, so that the deployed rule and the local bus accept the same
 * events. Throws on a pattern that EventBridge could not express the same way.
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

export function matchesPattern(pattern: EventPattern, type: string): boolean {
  const filter = toDetailTypeFilter(pattern);
  if (typeof filter === 'string') return filter === type;
  return 'prefix' in filter ? type.startsWith(filter.prefix) : type.endsWith(filter.suffix);
}
