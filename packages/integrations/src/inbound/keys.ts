import { createHash } from 'node:crypto';
import type { Key } from '@vinculo/platform/table/writes';

/** Access patterns: a hook by id and all hooks of the tenant; beside a hook, what it has received and what it wrote. */
export const INBOUND_HOOKS = 'inbound-hooks';
export const INBOUND_HOOK_PREFIX = 'hok_';

export function inboundHookKey(hookId: string): Key {
  return { pk: INBOUND_HOOKS, sk: hookId };
}

/** How many hooks the tenant has, so that its limit holds for two that are made at once. */
export const INBOUND_HOOK_COUNT: Key = { pk: INBOUND_HOOKS, sk: 'count' };

/** A message that was received, by the id that its sender gave it. */
export function receivedKey(hookId: string, messageId: string): Key {
  return { pk: hookId, sk: `received#${digestOf(messageId)}` };
}

/** The record that a value of the hook's match field means. */
export function matchKey(hookId: string, value: string): Key {
  return { pk: hookId, sk: `match#${digestOf(value.trim().toLowerCase())}` };
}

/** How many messages came in a window of time. */
export function windowKey(hookId: string, startSeconds: number): Key {
  return { pk: hookId, sk: `window#${startSeconds}` };
}

/** Of any length, and nothing of what is personal in a key. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
