import type { NewEvent } from '@vinculo/platform/events/commit';
import type { RequestFacts } from '../access/public-env';

type Facts = Pick<RequestFacts, 'ip' | 'userAgent'>;

/** The name is what the user calls it by, as “work laptop”. */
export function passkeyAdded(userId: string, name: string, facts: Facts): NewEvent {
  return passkeyEvent('user.passkey_added', userId, name, facts);
}

export function passkeyRenamed(userId: string, name: string, facts: Facts): NewEvent {
  return passkeyEvent('user.passkey_renamed', userId, name, facts);
}

export function passkeyRemoved(userId: string, name: string, facts: Facts): NewEvent {
  return passkeyEvent('user.passkey_removed', userId, name, facts);
}

function passkeyEvent(type: string, userId: string, passkey: string, { ip, userAgent }: Facts): NewEvent {
  return {
    type,
    subject: { type: 'user', id: userId },
    data: { passkey, ip, userAgent: userAgent.slice(0, 300) },
    isAudited: true,
  };
}
