import type { Key } from '@vinculo/platform/table/writes';

export const INVITATIONS = 'invitations';

export function invitationKey(invitationId: string): Key {
  return { pk: INVITATIONS, sk: invitationId };
}
