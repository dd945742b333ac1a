import { sendPasswordChangedMail } from '@vinculo/identity/passwords/password-mails';
import { consumer } from '@vinculo/platform/events/consumer';

export const handler = consumer('send-password-changed-mail', sendPasswordChangedMail);
