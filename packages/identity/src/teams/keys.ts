import type { Key } from '@vinculo/platform/table/writes';

/** All teams of a tenant share a partition, read with strong consistency; who is in one is said by each user. */
export const TEAMS = 'teams';

export function teamKey(teamId: string): Key {
  return { pk: TEAMS, sk: teamId };
}
