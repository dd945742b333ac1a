import { consumer } from '@vinculo/platform/events/consumer';
import { followAccount } from '@vinculo/sales/activities/follow-account';

export const handler = consumer('follow-account-change', followAccount);
