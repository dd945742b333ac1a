import type { Item } from '@vinculo/platform/table/writes';
import type { Webhook, WebhookFilter } from './schema';

export interface WebhookItem extends Item {
  kind: 'webhook';
  url: string;
  description: string;
  filters: WebhookFilter[];
  roleId: string;
  apiVersion: string;
  status: 'active' | 'paused' | 'disabled';
  disabled?: NonNullable<Webhook['disabled']>;
  /** Sealed; messages are signed with it. */
  secret: string;
  /** The secret before the last rotation, while messages are signed with both. */
  previous?: { secret: string; validUntil: string };
  /** Since when every attempt failed, and the last day on which one did. */
  failing?: { since: string; on: string };
  createdBy: string;
  createdAt: string;
  /** Of what people set; deliveries note failures without raising it. */
  version: number;
}

export function toWebhook(item: WebhookItem, now: Date): Webhook {
  const {
    sk: id,
    url,
    description,
    filters,
    roleId,
    apiVersion,
    status,
    createdBy,
    createdAt,
    version,
  } = item;
  const { disabled = null, failing, previous } = item;
  const isOverlapping = previous !== undefined && Date.parse(previous.validUntil) > now.getTime();
  return {
    ...{ id, url, description, filters, roleId, apiVersion, status, disabled },
    failingSince: failing?.since ?? null,
    previousSecretExpiresAt: isOverlapping ? previous.validUntil : null,
    ...{ createdBy, createdAt, version },
  };
}
