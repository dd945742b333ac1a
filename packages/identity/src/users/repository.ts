import type { TenantContext } from '@vinculo/platform/context';
import type { UserItem } from './items';
import { USERS, userKey } from './keys';

export async function findUser(ctx: TenantContext, userId: string): Promise<UserItem | undefined> {
  return ctx.table.get<UserItem>(userKey(userId));
}

export async function listUserItems(ctx: TenantContext): Promise<UserItem[]> {
  const items: UserItem[] = [];
  for await (const item of ctx.table.queryAll<UserItem>({ pk: USERS, consistent: true })) items.push(item);
  return items;
}

/** Another user who could still let everybody back in. */
export async function findOtherAdmin(ctx: TenantContext, userId: string): Promise<UserItem | undefined> {
  const users = await listUserItems(ctx);
  return users.find((user) => user.sk !== userId && user.roleId === 'admin' && user.status === 'active');
}
