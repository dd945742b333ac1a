import type { Item } from '@vinculo/platform/table/writes';
import type { InboundHook, Receipt } from './schema';

/** An address that works, and the secret that messages to it are signed with. */
export interface HookCredentials {
  hash: string;
  /** Sealed; absent where messages are not signed. */
  secret?: string;
}

export interface InboundHookItem extends Item {
  kind: 'inbound_hook';
  name: string;
  recordType: string;
  mapping: InboundHook['mapping'];
  matchField: string | null;
  defaults: Record<string, unknown>;
  roleId: string;
  isSigned: boolean;
  credentials: HookCredentials;
  /** Those before the last rotation, while both work. */
  previous?: HookCredentials & { validUntil: string };
  createdBy: string;
  createdAt: string;
  lastUsedAt?: string;
  version: number;
}

/** What a message came to, so that it comes to the same when it is sent again. */
export interface ReceivedItem extends Item {
  kind: 'inbound_received';
  receipt: Receipt;
  expiresAt: number;
}

export interface MatchItem extends Item {
  kind: 'inbound_match';
  recordId: string;
}

/** The credentials that an address belongs to; undefined when it does not work any more. */
export function liveCredentials(
  { credentials, previous }: InboundHookItem,
  hash: string,
  now: Date,
): HookCredentials | undefined {
  if (credentials.hash === hash) return credentials;
  return previous?.hash === hash && Date.parse(previous.validUntil) > now.getTime() ? previous : undefined;
}

export function toInboundHook(item: InboundHookItem, now: Date): InboundHook {
  const { sk: id, name, recordType, mapping, matchField, defaults, roleId, isSigned, previous } = item;
  const { createdBy, createdAt, lastUsedAt = null, version } = item;
  const isOverlapping = previous !== undefined && Date.parse(previous.validUntil) > now.getTime();
  return {
    ...{ id, name, recordType, mapping, matchField, defaults, roleId, isSigned },
    previousExpiresAt: isOverlapping ? previous.validUntil : null,
    ...{ createdBy, createdAt, lastUsedAt, version },
  };
}
