import type { NewEvent } from '@vinculo/platform/events/commit';
import type { InboundHookItem } from './items';

const SHOWN = ['name', 'recordType', 'mapping', 'matchField', 'defaults', 'roleId', 'isSigned'] as const;

/** What the audit log tells of a hook: neither its address nor its secret. */
function shown(hook: InboundHookItem): Record<string, unknown> {
  return Object.fromEntries(SHOWN.map((field) => [field, hook[field]]));
}

function hookEvent(
  type: string,
  { sk: id, version }: InboundHookItem,
  data: Record<string, unknown>,
): NewEvent {
  return { type, subject: { type: 'inbound_hook', id, version }, data, isAudited: true };
}

export function inboundHookCreated(hook: InboundHookItem): NewEvent {
  return hookEvent('inbound_hook.created', hook, { after: shown(hook) });
}

export function inboundHookUpdated(before: InboundHookItem, after: InboundHookItem): NewEvent {
  const changed = SHOWN.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const changes = Object.fromEntries(
    changed.map((field) => [field, { before: before[field], after: after[field] }]),
  );
  return hookEvent('inbound_hook.updated', after, { changes });
}

export function inboundHookRotated(hook: InboundHookItem): NewEvent {
  return hookEvent('inbound_hook.rotated', hook, { previousExpiresAt: hook.previous?.validUntil ?? null });
}

export function inboundHookRevoked(hook: InboundHookItem): NewEvent {
  return hookEvent('inbound_hook.revoked', hook, { before: shown(hook) });
}
