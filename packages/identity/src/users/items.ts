import type { Item } from '@vinculo/platform/table/writes';
import type { Locale, User } from './schema';

/** A user as stored. Holds no secret: those are in the credential. */
export interface UserItem extends Item {
  kind: 'user';
  name: string;
  email: string;
  locale: Locale;
  roleId: string;
  teamIds: string[];
  status: 'active' | 'invited' | 'disabled';
  /** Raised to end every session that was opened before (S6). */
  sessionEpoch: number;
  /** Log-in asks for a second step; what that is lies in an item of its own. */
  hasSecondFactor?: boolean;
  lastSeenAt?: string;
  createdAt: string;
  version: number;
  expiresAt?: number;
}

export interface CredentialItem extends Item {
  kind: 'credential';
  passwordHash: string;
  /** The one reset link that holds. */
  resetHash?: string;
  expiresAt?: number;
}

export interface PreferencesItem extends Item {
  kind: 'preferences';
  preferences: Record<string, unknown>;
}

export function toUser(item: UserItem): User {
  const { sk: id, name, email, roleId, teamIds, status, lastSeenAt = null, version } = item;
  const hasSecondFactor = item.hasSecondFactor ?? false;
  return { id, name, email, roleId, teamIds, status, hasSecondFactor, lastSeenAt, version };
}
