import type { TenantContext } from '@vinculo/platform/context';
import { isIdOf } from '@vinculo/platform/ids';
import type { WebhookItem } from './items';
import { WEBHOOK_PREFIX, WEBHOOKS, webhookKey } from './keys';

export async function findWebhook(ctx: TenantContext, id: string): Promise<WebhookItem | undefined> {
  return isIdOf('whk', id) ? ctx.table.get<WebhookItem>(webhookKey(id)) : undefined;
}

/** Every endpoint, newest first. */
export async function listWebhookItems(
  ctx: TenantContext,
  { consistent }: { consistent: boolean },
): Promise<WebhookItem[]> {
  const items: WebhookItem[] = [];
  const all = ctx.table.queryAll<WebhookItem>({
    pk: WEBHOOKS,
    sk: { beginsWith: WEBHOOK_PREFIX },
    reverse: true,
    consistent,
  });
  for await (const item of all) items.push(item);
  return items;
}
