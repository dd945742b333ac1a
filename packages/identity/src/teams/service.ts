import { ConflictError, NotFoundError, StaleError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { newId } from '@vinculo/platform/ids';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { UserContext } from '../access/user-context';
import { teamCreated, teamDeleted, teamUpdated } from './events';
import { teamKey } from './keys';
import { findTeam, listTeamItems, type TeamItem } from './repository';
import type { Team } from './schema';

export const TEAMS_OF_TENANT = 500;

export async function listTeams(ctx: UserContext): Promise<Team[]> {
  const items = await listTeamItems(ctx);
  return items.map(toTeam).sort((a, b) => a.name.localeCompare(b.name, ctx.locale));
}

/** Throws 409 `team.limit` when the tenant has 500 already. */
export async function createTeam(ctx: UserContext, { name }: { name: string }): Promise<Team> {
  if ((await listTeamItems(ctx)).length >= TEAMS_OF_TENANT) {
    throw new ConflictError('team.limit', `A company can have ${TEAMS_OF_TENANT} teams.`);
  }
  const now = ctx.clock.now();
  const team: TeamItem = {
    ...teamKey(newId('tea', now)),
    kind: 'team',
    name,
    members: 0,
    createdAt: now.toISOString(),
    version: 1,
  };
  await commit(ctx, [{ put: team, if: 'absent' }], [teamCreated(team)]);
  return toTeam(team);
}

/** Throws 404, and 412 when the version is not the current one. */
export async function renameTeam(
  ctx: UserContext,
  teamId: string,
  version: number,
  { name }: { name: string },
): Promise<Team> {
  const before = await readTeam(ctx, teamId, version);
  const after: TeamItem = { ...before, name, version: version + 1 };
  try {
    await commit(
      ctx,
      [{ update: teamKey(teamId), set: { name, version: after.version }, if: { equals: { version } } }],
      [teamUpdated(before, after)],
    );
  } catch (error) {
    if (error instanceof ConditionFailedError) throw await staleTeam(ctx, teamId);
    throw error;
  }
  return toTeam(after);
}

/** Throws 409 `team.in_use` while somebody is in it, 404, and 412 when the version is not the current one. */
export async function deleteTeam(ctx: UserContext, teamId: string, version: number): Promise<void> {
  const team = await readTeam(ctx, teamId, version);
  if (team.members > 0) throw inUse();
  try {
    await commit(
      ctx,
      [{ delete: teamKey(teamId), if: { equals: { version, members: 0 } } }],
      [teamDeleted(team)],
    );
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    const now = await readTeam(ctx, teamId, version);
    throw now.members > 0 ? inUse() : new StaleError(toTeam(now));
  }
}

async function readTeam(ctx: UserContext, teamId: string, version: number): Promise<TeamItem> {
  const team = await findTeam(ctx, teamId);
  if (!team) throw new NotFoundError();
  if (team.version !== version) throw new StaleError(toTeam(team));
  return team;
}

async function staleTeam(ctx: UserContext, teamId: string): Promise<StaleError | NotFoundError> {
  const team = await findTeam(ctx, teamId);
  return team ? new StaleError(toTeam(team)) : new NotFoundError();
}

function inUse(): ConflictError {
  return new ConflictError('team.in_use', 'Move its members to another team first.');
}

function toTeam({ sk: id, name, members, version }: TeamItem): Team {
  return { id, name, members, version };
}
