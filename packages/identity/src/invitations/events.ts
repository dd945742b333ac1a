import type { NewEvent } from '@vinculo/platform/events/commit';
import * as z from 'zod';
import type { UserItem } from '../users/items';
import type { InvitationItem } from './repository';

/** Also for an invitation that is sent again. */
export function userInvited(
  { sk: invitationId, userId, email }: InvitationItem,
  { roleId, teamIds }: Pick<UserItem, 'roleId' | 'teamIds'>,
): NewEvent {
  return {
    type: 'user.invited',
    subject: { type: 'user', id: userId },
    data: { invitationId, email, roleId, teamIds },
    isAudited: true,
  };
}

export const userInvitedDataSchema = z.object({ invitationId: z.string() });

export function invitationWithdrawn({ sk: invitationId, userId, email }: InvitationItem): NewEvent {
  return {
    type: 'user.invitation_withdrawn',
    subject: { type: 'user', id: userId },
    data: { invitationId, email },
    isAudited: true,
  };
}

export function userJoined(
  { sk: invitationId, userId, email, invitedBy }: InvitationItem,
  roleId: string,
): NewEvent {
  return {
    type: 'user.joined',
    subject: { type: 'user', id: userId },
    data: { invitationId, email, roleId, invitedBy },
    isAudited: true,
  };
}
