import type { UserContext } from '@vinculo/identity/access/user-context';
import { narrow } from '@vinculo/identity/api-keys/scopes';
import { assertMayGrant } from '@vinculo/identity/roles/grant';
import { countHolder, noSuchRole, requireAccess } from '@vinculo/identity/roles/repository';
import { readTenant } from '@vinculo/identity/tenants/repository';
import { ConflictError, NotFoundError, refused, StaleError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { NEWEST_API_VERSION } from '@vinculo/platform/http/api-versions';
import { newId } from '@vinculo/platform/ids';
import { DestinationError, parseDestination } from '@vinculo/platform/outgoing/destination';
import { runtime } from '@vinculo/platform/runtime';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import { countUpTo } from '@vinculo/platform/table/writes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { newSigningSecret } from '../signing/standard-webhooks';
import { webhookCreated } from './events';
import { requireUsefulFilters } from './filters';
import { toWebhook, type WebhookItem } from './items';
import { WEBHOOK_COUNT, webhookKey } from './keys';
import { findWebhook, listWebhookItems } from './repository';
import type { NewWebhook, Webhook, WebhookInput } from './schema';
import { sealSigningSecret } from './secrets';

/** How many endpoints a tenant may have, by its plan (S25). */
export const WEBHOOKS_OF_TENANT = { trial: 3, paid: 20 } as const;

export async function listWebhooks(ctx: UserContext): Promise<Webhook[]> {
  const items = await listWebhookItems(ctx, { consistent: true });
  return items.map((item) => toWebhook(item, ctx.clock.now()));
}

/** Throws 404. */
export async function getWebhook(ctx: UserContext, id: string): Promise<Webhook> {
  return toWebhook(await readWebhook(ctx, id), ctx.clock.now());
}

/**
 * Makes an endpoint and tells its secret, which nobody is told again. Throws 422 for an address that we do not send to
 * or a filter that takes nothing, 403 for a role beyond the actor's own rights, 409 `webhook.limit`.
 */
export async function createWebhook(
  ctx: UserContext,
  catalogue: Catalogue,
  input: WebhookInput,
): Promise<NewWebhook> {
  requireDestination(input.url);
  requireUsefulFilters(catalogue, input.filters);
  await requireGrantable(ctx, input.roleId);
  const { plan } = await readTenant(ctx);
  const now = ctx.clock.now();
  const id = newId('whk', now);
  const secret = newSigningSecret();
  const webhook: WebhookItem = {
    ...webhookKey(id),
    kind: 'webhook',
    ...input,
    apiVersion: NEWEST_API_VERSION,
    status: 'active',
    secret: await sealSigningSecret(ctx, id, secret),
    createdBy: ctx.actor.id,
    createdAt: now.toISOString(),
    version: 1,
  };
  const most = WEBHOOKS_OF_TENANT[plan];
  const count = countUpTo(most, WEBHOOK_COUNT, 'webhook_count');
  try {
    await commit(
      ctx,
      [count, { put: webhook, if: 'absent' }, ...countHolder(input.roleId, 1)],
      [webhookCreated(webhook)],
    );
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    throw error.failed.includes(0) ? limitReached(most) : noSuchRole(error);
  }
  return { ...toWebhook(webhook, now), secret };
}

export async function readWebhook(ctx: UserContext, id: string, version?: number): Promise<WebhookItem> {
  const item = await findWebhook(ctx, id);
  if (!item) throw new NotFoundError();
  if (version !== undefined && item.version !== version)
    throw new StaleError(toWebhook(item, ctx.clock.now()));
  return item;
}

/** What leaves with a role's rights must not be more than the actor could read. */
export async function requireGrantable(ctx: UserContext, roleId: string): Promise<void> {
  assertMayGrant(ctx.access, narrow(await requireAccess(ctx, roleId), ['*:read']));
}

export function requireDestination(url: string): void {
  try {
    parseDestination(url, { isLocal: runtime().isLocal });
  } catch (error) {
    if (!(error instanceof DestinationError)) throw error;
    throw refused('/url', error.code, error.message, error);
  }
}

function limitReached(most: number): ConflictError {
  return new ConflictError('webhook.limit', `This plan has ${most} endpoints. Delete one first.`);
}
