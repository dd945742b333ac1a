import type { UserContext } from '../access/user-context';
import { toUser } from './items';
import { listUserItems } from './repository';
import type { User } from './schema';

/** Everybody in the tenant, by name: members, invited and disabled. */
export async function listUsers(ctx: UserContext): Promise<User[]> {
  const items = await listUserItems(ctx);
  return items.map(toUser).sort((a, b) => a.name.localeCompare(b.name, ctx.locale));
}
