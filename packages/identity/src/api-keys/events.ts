import type { NewEvent } from '@vinculo/platform/events/commit';
import { type ApiKeyItem, toApiKey } from './items';

const SHOWN = ['name', 'roleId', 'scopes', 'expiresAt', 'status', 'apiVersion', 'hint'] as const;

/** What the audit log tells of a key: never a secret, nor the hash of one. */
function shown(key: ApiKeyItem): Record<string, unknown> {
  const view = toApiKey(key);
  return Object.fromEntries(SHOWN.map((field) => [field, view[field]]));
}

function keyEvent(type: string, { sk: id, version }: ApiKeyItem, data: Record<string, unknown>): NewEvent {
  return { type, subject: { type: 'api_key', id, version }, data, isAudited: true };
}

export function apiKeyCreated(key: ApiKeyItem): NewEvent {
  return keyEvent('api_key.created', key, { after: shown(key) });
}

export function apiKeyUpdated(before: ApiKeyItem, after: ApiKeyItem): NewEvent {
  return keyEvent('api_key.updated', after, { changes: changesBetween(before, after) });
}

export function apiKeyRotated(before: ApiKeyItem, after: ApiKeyItem): NewEvent {
  const previousExpiresAt = after.previous?.validUntil ?? null;
  return keyEvent('api_key.rotated', after, { changes: changesBetween(before, after), previousExpiresAt });
}

export function apiKeyRevoked(key: ApiKeyItem): NewEvent {
  return keyEvent('api_key.revoked', key, { before: shown(key) });
}

function changesBetween(before: ApiKeyItem, after: ApiKeyItem): Record<string, unknown> {
  const [old, now] = [shown(before), shown(after)];
  const changed = SHOWN.filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]));
  return Object.fromEntries(changed.map((field) => [field, { before: old[field], after: now[field] }]));
}
