import type { NewEvent } from '@vinculo/platform/events/commit';
import type { RequestFacts } from '../access/public-env';
import type { FactorMethod } from '../second-factor/schema';
import type { SessionItem } from './repository';

export type LogInMeans = 'password' | 'verification' | 'invitation' | 'password_change' | 'passkey';

/** How somebody logged in: the first step, and the second where there was one. */
export interface LogInProof {
  means: LogInMeans;
  secondFactor?: FactorMethod;
}

export function userLoggedIn(session: SessionItem, proof: LogInProof): NewEvent {
  const { userId, sessionId, ip, userAgent, isNewDevice } = session;
  return {
    type: 'user.logged_in',
    subject: { type: 'user', id: userId },
    data: { sessionId, ...proof, ip, userAgent, ...(isNewDevice ? { isNewDevice } : {}) },
    isAudited: true,
  };
}

export function userLoggedOut(userId: string, sessionId: string): NewEvent {
  return {
    type: 'user.logged_out',
    subject: { type: 'user', id: userId },
    data: { sessionId },
    isAudited: true,
  };
}

export function userLogInFailed(userId: string, { ip, userAgent }: RequestFacts): NewEvent {
  return {
    type: 'user.log_in_failed',
    subject: { type: 'user', id: userId },
    data: { ip, userAgent: userAgent.slice(0, 300) },
    isAudited: true,
  };
}
