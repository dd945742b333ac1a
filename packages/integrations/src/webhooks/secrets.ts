import type { TenantContext } from '@vinculo/platform/context';
import { openSecret, sealSecret } from '@vinculo/platform/secrets/seal';
import type { WebhookItem } from './items';

const purposeOf = (webhookId: string): string => `webhook-signing#${webhookId}`;

export async function sealSigningSecret(
  ctx: TenantContext,
  webhookId: string,
  secret: string,
): Promise<string> {
  return sealSecret(ctx, purposeOf(webhookId), secret);
}

/** The secrets that a message is signed with now: two of them after a rotation (S17). */
export async function openSigningSecrets(
  ctx: TenantContext,
  { sk, secret, previous }: WebhookItem,
): Promise<string[]> {
  const isOverlapping = previous !== undefined && Date.parse(previous.validUntil) > ctx.clock.now().getTime();
  const sealed = [secret, ...(isOverlapping ? [previous.secret] : [])];
  return Promise.all(sealed.map((one) => openSecret(ctx, purposeOf(sk), one)));
}
