import type { UserContext } from '@vinculo/identity/access/user-context';
import { ConflictError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { REPLAY_REQUESTED, TEST_REQUESTED, webhookEvent } from '../webhooks/events';
import type { WebhookItem } from '../webhooks/items';
import { readWebhook, requireGrantable } from '../webhooks/service';
import { readDelivery } from './log';
import type { ReplayInput } from './schema';

/** Sends a message of the type `webhook.test` on the way that all go. Throws 409 when the endpoint is disabled. */
export async function requestTest(ctx: UserContext, webhookId: string): Promise<void> {
  const webhook = await readEnabled(ctx, webhookId);
  await commit(ctx, [], [webhookEvent(TEST_REQUESTED, webhook, {})]);
}

/** Sends one event again, under the same `webhook-id`. What waits for its next attempt is sent now. */
export async function requestReplay(ctx: UserContext, webhookId: string, eventId: string): Promise<void> {
  const webhook = await readEnabled(ctx, webhookId);
  const { attempts } = await readDelivery(ctx, webhookId, eventId);
  await commit(ctx, [], [webhookEvent(REPLAY_REQUESTED, webhook, { eventId, attempts })]);
}

/** Sends again everything that failed in a span of time. */
export async function requestReplays(
  ctx: UserContext,
  webhookId: string,
  { since, until = ctx.clock.now().toISOString() }: ReplayInput,
): Promise<void> {
  const webhook = await readEnabled(ctx, webhookId);
  await commit(ctx, [], [webhookEvent(REPLAY_REQUESTED, webhook, { since, until })]);
}

/** Whoever has something sent must be allowed to read what the endpoint reads. */
async function readEnabled(ctx: UserContext, webhookId: string): Promise<WebhookItem> {
  const webhook = await readWebhook(ctx, webhookId);
  await requireGrantable(ctx, webhook.roleId);
  if (webhook.status !== 'disabled') return webhook;
  throw new ConflictError('webhook.disabled', 'This endpoint is disabled. Set it to active first.');
}
