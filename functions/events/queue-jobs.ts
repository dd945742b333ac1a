import { consumer } from '@vinculo/platform/events/consumer';
import { queueJob } from '@vinculo/records/imports/queue-job';

export const handler = consumer('queue-jobs', queueJob);
