import type { TenantContext } from '@vinculo/platform/context';
import { UnauthenticatedError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { tenantContext } from '@vinculo/platform/runtime';
import type { RequestFacts } from '../access/public-env';
import { countAgainst } from '../directory/limits';
import { networkOf } from '../directory/network-of';
import { spendChallenge } from '../second-factor/challenges';
import { secondFactorFailed } from '../second-factor/events';
import { openStep } from '../second-factor/log-in';
import { enterNow, type OpenedSession } from '../sessions/enter';
import { mayLogIn, readMember } from '../users/member';
import { assertionOptions, verifiedCounter } from './ceremonies';
import type { Ceremony } from './ceremony-challenges';
import { passkeyIdOf } from './keys';
import { findPasskey, findPasskeyOwner, listPasskeyItems, noteSignature } from './repository';
import type { Assertion } from './schema';

const BEGUN_MAXIMUM = 200;
const BEGUN_WINDOW_MS = 15 * 60_000;

/**
 * What the browser needs to ask for a passkey: any of this site, or, as the second step of a log-in, one of the user's.
 * Before a password was given it says nothing of anybody (S3).
 */
export async function beginPasskeyLogIn(
  { challenge }: { challenge?: string | undefined },
  facts: RequestFacts,
): Promise<Record<string, unknown>> {
  if (challenge === undefined) {
    await admitBeginning(facts.ip);
    return assertionOptions({ purpose: 'log_in' }, []);
  }
  const { ctx, member } = await openStep(challenge, 'second_factor', facts);
  const userId = member.user.sk;
  return assertionOptions({ purpose: 'second_step', userId }, await listPasskeyItems(ctx, userId));
}

/** Opens a session for a passkey of this user, or of whoever it belongs to. Throws 401 for anything else. */
export async function logInWithPasskey(
  { challenge, response }: { challenge?: string | undefined; response: Assertion },
  facts: RequestFacts,
): Promise<OpenedSession> {
  if (challenge === undefined) return logInByItself(response, facts);
  const step = await openStep(challenge, 'second_factor', facts);
  const { ctx, member } = step;
  const ceremony: Ceremony = { purpose: 'second_step', userId: member.user.sk };
  if (!(await holds(ctx, member.user.sk, ceremony, response, facts))) throw invalidPasskey();
  await spendChallenge(challenge);
  return enterNow(ctx, member, facts, { means: step.challenge.means, secondFactor: 'passkey' });
}

/** The device and its owner's finger, face or PIN are two factors already: nothing more is asked. */
async function logInByItself(response: Assertion, facts: RequestFacts): Promise<OpenedSession> {
  const owner = await findPasskeyOwner(passkeyIdOf(response.id));
  if (!owner) throw invalidPasskey();
  const { tenantId, userId } = owner;
  const ctx = tenantContext(tenantId, { kind: 'user', id: userId }, facts.requestId);
  const member = await readMember(ctx, userId);
  if (!member || !mayLogIn(member)) throw invalidPasskey();
  if (!(await holds(ctx, userId, { purpose: 'log_in' }, response, facts))) throw invalidPasskey();
  return enterNow(ctx, member, facts, { means: 'passkey' });
}

async function holds(
  ctx: TenantContext,
  userId: string,
  ceremony: Ceremony,
  response: Assertion,
  facts: RequestFacts,
): Promise<boolean> {
  const passkey = await findPasskey(ctx, userId, passkeyIdOf(response.id));
  if (!passkey) return false;
  const counter = await verifiedCounter(ceremony, passkey, response);
  if (counter !== undefined && (await noteSignature(ctx, passkey, counter))) return true;
  await commit(ctx, [], [secondFactorFailed(userId, 'passkey', facts)]);
  return false;
}

/** Each beginning writes an item, for nobody that is known yet. */
async function admitBeginning(ip: string): Promise<void> {
  const subject = networkOf(ip);
  if (!subject) return;
  const limit = { name: 'passkey', subject, maximum: BEGUN_MAXIMUM, windowMs: BEGUN_WINDOW_MS };
  await countAgainst([limit], 'login.throttled', 'Too many attempts. Wait a moment.');
}

function invalidPasskey(): UnauthenticatedError {
  return new UnauthenticatedError('login.passkey_invalid', 'This passkey does not open an account here.');
}
