import { sendInvitationMail } from '@vinculo/identity/invitations/invitation-mail';
import { consumer } from '@vinculo/platform/events/consumer';

export const handler = consumer('send-invitation-mail', sendInvitationMail);
