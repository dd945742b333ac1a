import type { NewEvent } from '@vinculo/platform/events/commit';
import type { WebhookItem } from './items';

/** An endpoint is active again: what waited is sent now. */
export const WEBHOOK_RESUMED = 'webhook.resumed';
export const TEST_REQUESTED = 'webhook.test_requested';
export const REPLAY_REQUESTED = 'webhook.replay_requested';

const SHOWN = ['url', 'description', 'filters', 'roleId', 'apiVersion', 'status'] as const;

/** What the audit log tells of an endpoint: never a secret, sealed or not. */
function shown(webhook: WebhookItem): Record<string, unknown> {
  return Object.fromEntries(SHOWN.map((field) => [field, webhook[field]]));
}

export function webhookEvent(
  type: string,
  { sk: id, version }: Pick<WebhookItem, 'sk' | 'version'>,
  data: Record<string, unknown>,
): NewEvent {
  return { type, subject: { type: 'webhook', id, version }, data, isAudited: true };
}

export function webhookCreated(webhook: WebhookItem): NewEvent {
  return webhookEvent('webhook.created', webhook, { after: shown(webhook) });
}

/** An endpoint that is active again has a message to send for each event that waited. */
export function webhookUpdated(before: WebhookItem, after: WebhookItem): NewEvent[] {
  const changed = SHOWN.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const changes = Object.fromEntries(
    changed.map((field) => [field, { before: before[field], after: after[field] }]),
  );
  const isResumed = before.status !== 'active' && after.status === 'active';
  return [
    webhookEvent('webhook.updated', after, { changes }),
    ...(isResumed ? [webhookEvent(WEBHOOK_RESUMED, after, {})] : []),
  ];
}

export function webhookRotated(webhook: WebhookItem): NewEvent {
  const previousExpiresAt = webhook.previous?.validUntil ?? null;
  return webhookEvent('webhook.secret_rotated', webhook, { previousExpiresAt });
}

export function webhookDeleted(webhook: WebhookItem): NewEvent {
  return webhookEvent('webhook.deleted', webhook, { before: shown(webhook) });
}

export function webhookDisabled(
  webhook: WebhookItem,
  disabled: NonNullable<WebhookItem['disabled']>,
): NewEvent {
  const { url, description } = webhook;
  return webhookEvent('webhook.disabled', webhook, { ...disabled, url, description });
}
