import type { Item } from '@vinculo/platform/table/writes';
import { PASSKEY_PREFIX } from './keys';
import type { Passkey } from './schema';

export interface PasskeyItem extends Item {
  kind: 'passkey';
  name: string;
  credentialId: string;
  /** Not a secret: it only checks signatures. */
  publicKey: string;
  /** Of the signatures so far, where the authenticator counts them: one that goes back is a copy of the key. */
  counter: number;
  transports: string[];
  isSynced: boolean;
  createdAt: string;
  lastUsedAt?: string;
}

export function toPasskey({ sk, name, createdAt, lastUsedAt, isSynced }: PasskeyItem): Passkey {
  return { id: sk.slice(PASSKEY_PREFIX.length), name, createdAt, lastUsedAt: lastUsedAt ?? null, isSynced };
}
