import type { UserContext } from '@vinculo/identity/access/user-context';
import { noSuchRole } from '@vinculo/identity/roles/repository';
import { StaleError } from '@vinculo/platform/errors';
import { commit, type NewEvent } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';

/**
 * Commits a change of something that has a role. Its own write comes first: refused, it throws 412 with what
 * `readCurrent` gives; whatever else is refused is the role.
 */
export async function commitCurrent(
  ctx: UserContext,
  writes: Write[],
  events: NewEvent[],
  readCurrent: () => Promise<unknown>,
): Promise<void> {
  try {
    await commit(ctx, writes, events);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    if (!error.failed.includes(0)) throw noSuchRole(error);
    throw new StaleError(await readCurrent());
  }
}
