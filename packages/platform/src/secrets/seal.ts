import { hkdfSync } from 'node:crypto';
import type { TenantContext } from '../context';
import type { KeyRing } from '../ports/sealing';
import { decrypt, encrypt } from './aes-gcm';

/*
 * Secrets that we must be able to read again, since we present them to somebody or compute with them: an OpenID client's
 * secret, the seed of one-time codes, the key that signs a webhook. The table's encryption does not hide them from who
 * may read the table; this does. Passwords and tokens are hashed instead, and never come here.
 */
type Sealer = Pick<TenantContext, 'tenantId' | 'ports'>;

/**
 * Seals a secret under the current key, for one tenant and one purpose: it does not open in another tenant, nor as
 * anything else. A purpose names what and whose, so that a value can't be moved between owners either.
 *
 * @example
 * const sealed = await sealSecret(ctx, `webhook-signing#${webhookId}`, secret);
 */
export async function sealSecret(ctx: Sealer, purpose: string, secret: string): Promise<string> {
  const ring = await ctx.ports.sealing.ring();
  const keyId = ring.current;
  return `${keyId}.${encrypt(keyFrom(ring, keyId), bindingOf(ctx, purpose, keyId), secret)}`;
}

/** The secret that was sealed. Throws `SealError` when it was sealed for another tenant or purpose, or changed. */
export async function openSecret(ctx: Sealer, purpose: string, sealed: string): Promise<string> {
  const [keyId = '', encrypted = ''] = sealed.split('.', 2);
  const { sealing } = ctx.ports;
  const known = await sealing.ring();
  // Another process may have sealed under a key that was added since this one read its ring.
  const ring = known.keys.has(keyId) ? known : await sealing.ring({ renewed: true });
  try {
    return decrypt(keyFrom(ring, keyId), bindingOf(ctx, purpose, keyId), encrypted);
  } catch (cause) {
    throw new SealError(purpose, cause);
  }
}

/** A sealed value that does not open here. Nobody outside can cause it, so it is a failure of ours. */
export class SealError extends Error {
  constructor(purpose: string, cause: unknown) {
    super(`A sealed value does not open as ${purpose.replace(/#.*/, '')}`, { cause });
    this.name = 'SealError';
  }
}

function bindingOf({ tenantId }: Sealer, purpose: string, keyId: string): string {
  return JSON.stringify([tenantId, purpose, keyId]);
}

function keyFrom({ keys }: KeyRing, keyId: string): Buffer {
  const material = keys.get(keyId);
  if (material === undefined) throw new Error(`There is no key ${JSON.stringify(keyId)}.`);
  return Buffer.from(hkdfSync('sha256', material, '', 'vinculo sealed secrets', 32));
}
