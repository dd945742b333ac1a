import type { TenantContext } from '@vinculo/platform/context';
import type { Item, Write } from '@vinculo/platform/table/writes';
import { TEAMS, teamKey } from './keys';

export interface TeamItem extends Item {
  kind: 'team';
  name: string;
  members: number;
  createdAt: string;
  version: number;
}

export async function findTeam(ctx: TenantContext, teamId: string): Promise<TeamItem | undefined> {
  return ctx.table.get<TeamItem>(teamKey(teamId));
}

export async function listTeamItems(ctx: TenantContext): Promise<TeamItem[]> {
  const items: TeamItem[] = [];
  for await (const item of ctx.table.queryAll<TeamItem>({ pk: TEAMS, consistent: true })) items.push(item);
  return items;
}

/** Those of `teamIds` that the tenant does not have. */
export async function missingTeams(ctx: TenantContext, teamIds: readonly string[]): Promise<string[]> {
  const found = await ctx.table.batchGet(teamIds.map(teamKey), { consistent: true });
  const known = new Set(found.map((item) => item.sk));
  return teamIds.filter((id) => !known.has(id));
}

/** Keeps count of a team's members while a user moves, so that a team with members cannot be deleted. */
export function countMembers(before: readonly string[], after: readonly string[]): Write[] {
  const count = (by: 1 | -1) => (id: string) => ({
    update: teamKey(id),
    add: { members: by },
    if: 'present' as const,
  });
  return [
    ...before.filter((id) => !after.includes(id)).map(count(-1)),
    ...after.filter((id) => !before.includes(id)).map(count(1)),
  ];
}
