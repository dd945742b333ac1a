import { consumer } from '@vinculo/platform/events/consumer';
import { notifyEnded } from '@vinculo/records/imports/notify-ended';

export const handler = consumer('notify-jobs', notifyEnded);
