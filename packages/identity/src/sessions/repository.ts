import { epochSeconds } from '@vinculo/platform/clock';
import type { TenantContext } from '@vinculo/platform/context';
import { commit, type NewEvent } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Item, Write } from '@vinculo/platform/table/writes';
import { directoryTable } from '../directory/directory-table';
import { userKey } from '../users/keys';
import { deviceKey, SESSION_PREFIX, sessionKey } from './keys';
import { sessionEndsAt, sessionEndsLatest } from './lifetime';

export interface SessionItem extends Item {
  kind: 'session';
  tenantId: string;
  userId: string;
  sessionId: string;
  /** The user's epoch when it was opened; a higher one there ends it. */
  epoch: number;
  /** The user's role when last looked at: a hint that lets user, tenant and role be read together. */
  roleId: string;
  createdAt: string;
  lastSeenAt: string;
  userAgent: string;
  ip: string;
  /** Opened on a device that the user had never logged in with. */
  isNewDevice?: boolean;
  expiresAt: number;
}

interface DeviceItem extends Item {
  kind: 'device';
  tokenHash: string;
  createdAt: string;
  expiresAt: number;
}

export async function findSession(tokenHash: string): Promise<SessionItem | undefined> {
  return directoryTable().get<SessionItem>(sessionKey(tokenHash));
}

/** The pointer first: should the listing fail, the token was never handed out. */
export async function putSession(
  ctx: TenantContext,
  tokenHash: string,
  session: SessionItem,
  knownDevice: Write,
  event: NewEvent,
): Promise<void> {
  await directoryTable().batchWrite([{ put: session }]);
  const device: DeviceItem = {
    ...deviceKey(session.userId, session.sessionId),
    kind: 'device',
    tokenHash,
    createdAt: session.createdAt,
    expiresAt: epochSeconds(sessionEndsLatest(new Date(session.createdAt))),
  };
  const seen: Write = {
    update: userKey(session.userId),
    set: { lastSeenAt: session.lastSeenAt },
    if: 'present',
  };
  await commit(ctx, [{ put: device }, knownDevice, seen], [event]);
}

/** Notes that a session was used. False when it was ended meanwhile. */
export async function noteUse(
  ctx: TenantContext,
  session: SessionItem,
  now: Date,
  roleId: string,
): Promise<boolean> {
  const expiresAt = epochSeconds(sessionEndsAt(new Date(session.createdAt), now));
  try {
    await directoryTable().transact([
      {
        update: { pk: session.pk, sk: session.sk },
        set: { lastSeenAt: now.toISOString(), expiresAt, roleId },
        if: 'present',
      },
    ]);
    const lastSeenAt = now.toISOString();
    await ctx.table.transact([{ update: userKey(session.userId), set: { lastSeenAt }, if: 'present' }]);
    return true;
  } catch (error) {
    if (error instanceof ConditionFailedError) return false;
    throw error;
  }
}

/** Every session of the user that has not run out, newest first. */
export async function listSessions(ctx: TenantContext, userId: string): Promise<SessionItem[]> {
  const hashes: string[] = [];
  const devices = ctx.table.queryAll<DeviceItem>({
    pk: userId,
    sk: { beginsWith: SESSION_PREFIX },
    reverse: true,
    consistent: true,
  });
  for await (const device of devices) hashes.push(device.tokenHash);
  const sessions = await directoryTable().batchGet<SessionItem>(hashes.map(sessionKey), { consistent: true });
  const now = epochSeconds(ctx.clock.now());
  return sessions
    .filter((session) => session.userId === userId && session.expiresAt > now)
    .sort((a, b) => b.sessionId.localeCompare(a.sessionId));
}

/** The pointer first: from here on the token opens nothing, whatever else happens. */
export async function removeSession(
  ctx: TenantContext,
  session: SessionItem,
  event?: NewEvent,
): Promise<void> {
  await directoryTable().batchWrite([{ delete: { pk: session.pk, sk: session.sk } }]);
  await commit(ctx, [{ delete: deviceKey(session.userId, session.sessionId) }], event ? [event] : []);
}
