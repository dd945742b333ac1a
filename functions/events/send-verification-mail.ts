import { sendVerificationMail } from '@vinculo/identity/sign-up/verification-mail';
import { consumer } from '@vinculo/platform/events/consumer';

export const handler = consumer('send-verification-mail', sendVerificationMail);
