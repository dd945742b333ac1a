import { sendSecondFactorMail } from '@vinculo/identity/second-factor/send-mail';
import { consumer } from '@vinculo/platform/events/consumer';

export const handler = consumer('send-second-factor-mail', sendSecondFactorMail);
