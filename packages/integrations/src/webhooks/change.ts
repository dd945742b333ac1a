import { overlapEnd } from '@vinculo/identity/access/overlap';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { countHolder, moveHolder } from '@vinculo/identity/roles/repository';
import type { Write } from '@vinculo/platform/table/writes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { commitCurrent } from '../commit-current';
import { newSigningSecret } from '../signing/standard-webhooks';
import { webhookDeleted, webhookRotated, webhookUpdated } from './events';
import { requireUsefulFilters } from './filters';
import { toWebhook, type WebhookItem } from './items';
import { WEBHOOK_COUNT, webhookKey } from './keys';
import type { NewWebhook, Webhook, WebhookChanges } from './schema';
import { sealSigningSecret } from './secrets';
import { getWebhook, readWebhook, requireDestination, requireGrantable } from './service';

/** Changes what is given. Throws 412 when the endpoint is not at `version`, and as `createWebhook` does. */
export async function updateWebhook(
  ctx: UserContext,
  catalogue: Catalogue,
  id: string,
  changes: WebhookChanges,
  version: number,
): Promise<Webhook> {
  const before = await readWebhook(ctx, id, version);
  const { url, filters, roleId, status } = changes;
  if (url !== undefined) requireDestination(url);
  if (filters !== undefined) requireUsefulFilters(catalogue, filters);
  // Sending again, or elsewhere, hands out what the role may read.
  await requireGrantable(ctx, roleId ?? before.roleId);
  const after: WebhookItem = Object.assign({ ...before }, changes, { version: version + 1 });
  const isRenewed = status === 'active' && before.status === 'disabled';
  const update: Write = {
    update: webhookKey(id),
    set: { ...changes, version: after.version },
    ...(isRenewed ? { remove: ['disabled', 'failing'] } : {}),
    if: { equals: { version } },
  };
  if (isRenewed) {
    delete after.disabled;
    delete after.failing;
  }
  await commitCurrent(
    ctx,
    [update, ...moveHolder(before.roleId, after.roleId)],
    webhookUpdated(before, after),
    () => getWebhook(ctx, id),
  );
  return toWebhook(after, ctx.clock.now());
}

/** Gives the endpoint a new secret; for the overlap messages are signed with the old one too. */
export async function rotateWebhookSecret(
  ctx: UserContext,
  id: string,
  overlapHours: number,
): Promise<NewWebhook> {
  const before = await readWebhook(ctx, id);
  await requireGrantable(ctx, before.roleId);
  const now = ctx.clock.now();
  const secret = newSigningSecret();
  const { previous: _, ...kept } = before;
  const validUntil = overlapEnd(now, overlapHours);
  const after: WebhookItem = {
    ...kept,
    secret: await sealSigningSecret(ctx, id, secret),
    ...(overlapHours > 0 ? { previous: { secret: before.secret, validUntil } } : {}),
    version: before.version + 1,
  };
  const update: Write = {
    update: webhookKey(id),
    set: {
      secret: after.secret,
      version: after.version,
      ...(after.previous ? { previous: after.previous } : {}),
    },
    ...(after.previous ? {} : { remove: ['previous'] }),
    if: { equals: { version: before.version } },
  };
  await commitCurrent(ctx, [update], [webhookRotated(after)], () => getWebhook(ctx, id));
  return { ...toWebhook(after, now), secret };
}

/** Forgets an endpoint; what was not sent yet is not sent any more. */
export async function deleteWebhook(ctx: UserContext, id: string, version: number): Promise<void> {
  const before = await readWebhook(ctx, id, version);
  const writes: Write[] = [
    { delete: webhookKey(id), if: { equals: { version } } },
    { update: WEBHOOK_COUNT, add: { count: -1 } },
    ...countHolder(before.roleId, -1),
  ];
  await commitCurrent(ctx, writes, [webhookDeleted(before)], () => getWebhook(ctx, id));
}
