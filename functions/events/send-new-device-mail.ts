import { sendNewDeviceMail } from '@vinculo/identity/sessions/new-device-mail';
import { consumer } from '@vinculo/platform/events/consumer';

export const handler = consumer('send-new-device-mail', sendNewDeviceMail);
