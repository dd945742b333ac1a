import { mintHookToken } from '@vinculo/identity/hooks/tokens';
import type { TenantContext } from '@vinculo/platform/context';
import { runtime } from '@vinculo/platform/runtime';
import { openSecret, sealSecret } from '@vinculo/platform/secrets/seal';
import { newSigningSecret } from '../signing/standard-webhooks';
import type { HookCredentials } from './items';

const purposeOf = (hookId: string): string => `inbound-hook#${hookId}`;

/** A new address, and a secret where messages are to be signed: what is stored of them, and what is told once. */
export async function makeCredentials(
  ctx: TenantContext,
  hookId: string,
  isSigned: boolean,
): Promise<{ stored: HookCredentials; told: { url: string; secret: string | null } }> {
  const { token, hash } = await mintHookToken({ tenantId: ctx.tenantId, hookId });
  const secret = isSigned ? newSigningSecret() : null;
  const sealed = secret === null ? {} : { secret: await sealSecret(ctx, purposeOf(hookId), secret) };
  return {
    stored: { hash, ...sealed },
    told: { url: `${runtime().appUrl}/api/v1/hooks/${token}`, secret },
  };
}

export async function openHookSecret(ctx: TenantContext, hookId: string, sealed: string): Promise<string> {
  return openSecret(ctx, purposeOf(hookId), sealed);
}
