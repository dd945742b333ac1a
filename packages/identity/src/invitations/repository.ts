import type { TenantContext } from '@vinculo/platform/context';
import type { Item } from '@vinculo/platform/table/writes';
import type { UserItem } from '../users/items';
import { INVITATIONS, invitationKey } from './keys';
import type { Invitation } from './schema';

export interface InvitationItem extends Item {
  kind: 'invitation';
  userId: string;
  email: string;
  message?: string | undefined;
  invitedBy: string;
  createdAt: string;
  /** When the link stops to work; the invitation stays, to be sent again or withdrawn. */
  validUntil: string;
  /** Of the newest mail's link; older links do not work. */
  linkHash?: string;
}

export async function findInvitation(ctx: TenantContext, id: string): Promise<InvitationItem | undefined> {
  return ctx.table.get<InvitationItem>(invitationKey(id));
}

export async function listInvitationItems(ctx: TenantContext): Promise<InvitationItem[]> {
  const items: InvitationItem[] = [];
  const all = ctx.table.queryAll<InvitationItem>({ pk: INVITATIONS, consistent: true, reverse: true });
  for await (const item of all) items.push(item);
  return items;
}

/** Remembers the newest link. Throws `ConditionFailedError` when the invitation is gone. */
export async function rememberLink(ctx: TenantContext, id: string, linkHash: string): Promise<void> {
  await ctx.table.transact([{ update: invitationKey(id), set: { linkHash }, if: 'present' }]);
}

/** The role and teams are the invited user's, where they can still be changed. */
export function toInvitation(item: InvitationItem, { roleId, teamIds }: UserItem): Invitation {
  const { sk: id, userId, email, message, invitedBy, createdAt, validUntil } = item;
  return {
    id,
    userId,
    email,
    roleId,
    teamIds,
    ...(message ? { message } : {}),
    invitedBy,
    createdAt,
    expiresAt: validUntil,
  };
}
