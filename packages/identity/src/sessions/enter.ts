import type { TenantContext } from '@vinculo/platform/context';
import { deferred } from '@vinculo/platform/deferred';
import type { RequestFacts } from '../access/public-env';
import { isBuiltInRole } from '../roles/built-in';
import { accessOf, type RoleItem } from '../roles/items';
import { roleKey } from '../roles/keys';
import type { LogInStep } from '../second-factor/schema';
import type { Member } from '../users/member';
import type { LogInMeans, LogInProof } from './events';
import type { Session } from './schema';
import { openSession } from './service';
import { toSession } from './view';

const { askForStep } = deferred(() => import('../second-factor/ask-for-step'), 'askForStep');

export interface OpenedSession {
  kind: 'session';
  session: Session;
  token: string;
}

/** Where a first step leads: into a session, or to a second step. */
export type Entrance = OpenedSession | { kind: 'step'; step: LogInStep };

/** Goes on after the first step of a log-in: there is no session while a second one is missing. */
export async function enter(
  ctx: TenantContext,
  member: Member,
  facts: RequestFacts,
  means: LogInMeans,
): Promise<Entrance> {
  const { tenant, user } = member;
  if (user.hasSecondFactor || tenant.requiresSecondFactor) {
    return { kind: 'step', step: await askForStep(ctx, user, means) };
  }
  return enterNow(ctx, member, facts, { means });
}

/** Opens the session: everything that was asked for is proved. */
export async function enterNow(
  ctx: TenantContext,
  { tenant, user }: Member,
  facts: RequestFacts,
  proof: LogInProof,
): Promise<OpenedSession> {
  const token = await openSession(ctx, user, facts, proof);
  const role = isBuiltInRole(user.roleId) ? undefined : await ctx.table.get<RoleItem>(roleKey(user.roleId));
  const { access, roleName } = accessOf(user.roleId, role, user.locale);
  return { kind: 'session', session: await toSession(ctx, { user, tenant, roleName }, access), token };
}
