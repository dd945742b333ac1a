import { sendTrialMails } from '@vinculo/identity/tenants/trial-mail';
import { consumer } from '@vinculo/platform/events/consumer';

export const handler = consumer('send-trial-mails', sendTrialMails);
