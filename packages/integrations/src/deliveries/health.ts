import type { TenantContext } from '@vinculo/platform/context';
import { commit } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';
import { webhookDisabled } from '../webhooks/events';
import type { WebhookItem } from '../webhooks/items';
import { webhookKey } from '../webhooks/keys';

const DAY_MS = 86_400_000;

/** So long may an endpoint fail without a single success. */
export const DISABLED_AFTER_DAYS = 5;
/** Without an attempt for so long, a later failure begins a new series: it had no chance to succeed meanwhile. */
const LONGEST_GAP_DAYS = 2;

/** Notes that an endpoint took a message, where it had failed before. */
export async function noteSuccess(ctx: TenantContext, { sk, failing }: WebhookItem): Promise<void> {
  if (!failing) return;
  await unlessChanged(() =>
    ctx.table.transact([{ update: webhookKey(sk), remove: ['failing'], if: { equals: { failing } } }]),
  );
}

/** Notes a failure once a day, and disables the endpoint when days of nothing else have passed (S19). */
export async function noteFailure(ctx: TenantContext, webhook: WebhookItem): Promise<void> {
  const now = ctx.clock.now();
  const { failing, status } = webhook;
  const isNew = !failing || now.getTime() - Date.parse(failing.on) > (LONGEST_GAP_DAYS + 1) * DAY_MS;
  const since = isNew ? now.toISOString() : failing.since;
  if (status === 'active' && now.getTime() - Date.parse(since) >= DISABLED_AFTER_DAYS * DAY_MS) {
    const disabled = { at: now.toISOString(), reason: 'failing' as const };
    await unlessChanged(() =>
      commit(ctx, [disabling(webhook, disabled)], [webhookDisabled(webhook, disabled)]),
    );
    return;
  }
  const next = { since, on: now.toISOString().slice(0, 10) };
  if (failing?.on === next.on && failing.since === since) return;
  await unlessChanged(() =>
    ctx.table.transact([
      {
        update: webhookKey(webhook.sk),
        set: { failing: next },
        if: { equals: { kind: 'webhook', failing } },
      },
    ]),
  );
}

/** The write that disables an endpoint which is active still; its version moves, since people see the status. */
export function disabling(
  { sk, version }: WebhookItem,
  disabled: NonNullable<WebhookItem['disabled']>,
): Write {
  return {
    update: webhookKey(sk),
    set: { status: 'disabled', disabled, version: version + 1 },
    if: { equals: { status: 'active', version } },
  };
}

/** Whoever was faster decided: another delivery, or a person. */
async function unlessChanged(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
  }
}
