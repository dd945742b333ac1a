import { epochSeconds } from '@vinculo/platform/clock';
import type { TenantContext } from '@vinculo/platform/context';
import { NotFoundError } from '@vinculo/platform/errors';
import { newId } from '@vinculo/platform/ids';
import { tenantContext } from '@vinculo/platform/runtime';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { RequestFacts } from '../access/public-env';
import { hashSecret, newSecret } from '../directory/secrets';
import type { UserItem } from '../users/items';
import { describeUserAgent } from './describe-user-agent';
import { type LogInProof, userLoggedIn, userLoggedOut } from './events';
import { sessionKey } from './keys';
import { isKnownDevice, knownDevice } from './known-devices';
import { sessionEndsAt } from './lifetime';
import { findSession, listSessions, putSession, removeSession, type SessionItem } from './repository';
import type { Device } from './schema';

const USER_AGENT_MAXIMUM = 300;

/** A first log-in through a mailed link is on a new device for everybody, and a new password on one that is logged in. */
const TELLING = new Set<LogInProof['means']>(['password', 'passkey']);

/** Opens a session and returns its token, which is stored nowhere. */
export async function openSession(
  ctx: TenantContext,
  user: UserItem,
  facts: RequestFacts,
  proof: LogInProof,
): Promise<string> {
  const device = hashSecret(facts.device);
  const isNew = TELLING.has(proof.means) && !(await isKnownDevice(ctx, user.sk, device));
  try {
    return await openOn(ctx, user, facts, proof, isNew);
  } catch (error) {
    // Another log-in made the device known at the same moment, and tells of it.
    if (isNew && error instanceof ConditionFailedError) return openOn(ctx, user, facts, proof, false);
    throw error;
  }
}

async function openOn(
  ctx: TenantContext,
  user: UserItem,
  facts: RequestFacts,
  proof: LogInProof,
  isNewDevice: boolean,
): Promise<string> {
  const token = newSecret();
  const tokenHash = hashSecret(token);
  const now = ctx.clock.now();
  const session: SessionItem = {
    ...sessionKey(tokenHash),
    kind: 'session',
    tenantId: ctx.tenantId,
    userId: user.sk,
    sessionId: newId('ses', now),
    epoch: user.sessionEpoch,
    roleId: user.roleId,
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    userAgent: facts.userAgent.slice(0, USER_AGENT_MAXIMUM),
    ip: facts.ip,
    ...(isNewDevice ? { isNewDevice } : {}),
    expiresAt: epochSeconds(sessionEndsAt(now, now)),
  };
  const known = knownDevice(ctx, user.sk, hashSecret(facts.device), { isNew: isNewDevice });
  await putSession(ctx, tokenHash, session, known, userLoggedIn(session, proof));
  return token;
}

export async function listDevices(ctx: TenantContext, current: SessionItem): Promise<Device[]> {
  const sessions = await listSessions(ctx, current.userId);
  return sessions
    .filter(({ epoch }) => epoch >= current.epoch)
    .map(({ sessionId: id, createdAt, lastSeenAt, userAgent, ip, isNewDevice = false }) => ({
      ...{ id, createdAt, lastSeenAt, userAgent, ip, isNewDevice },
      ...describeUserAgent(userAgent),
      isCurrent: id === current.sessionId,
    }));
}

/** Ends one of the user's own sessions. Throws 404 for anybody else's. */
export async function endSession(ctx: TenantContext, userId: string, sessionId: string): Promise<void> {
  const session = (await listSessions(ctx, userId)).find((candidate) => candidate.sessionId === sessionId);
  if (!session) throw new NotFoundError();
  await removeSession(ctx, session, userLoggedOut(userId, sessionId));
}

/** Ends the session that a log-in replaces, so that no browser leaves one behind that it has no cookie for. */
export async function endReplacedSession(token: string | undefined, requestId: string): Promise<void> {
  const session = token === undefined ? undefined : await findSession(hashSecret(token));
  if (!session) return;
  const { tenantId, userId, sessionId } = session;
  const ctx = tenantContext(tenantId, { kind: 'user', id: userId }, requestId);
  await removeSession(ctx, session, userLoggedOut(userId, sessionId));
}

/**
 * Clears away sessions that a raised epoch has already ended. Nothing depends on it but tidiness, so it comes after
 * the change that raised the epoch.
 */
export async function sweepSessions(ctx: TenantContext, userId: string, epoch: number): Promise<void> {
  const sessions = await listSessions(ctx, userId);
  for (const session of sessions) {
    if (session.epoch < epoch) await removeSession(ctx, session);
  }
}
