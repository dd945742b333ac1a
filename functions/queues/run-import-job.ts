import { worker } from '@vinculo/platform/events/consumer';
import { giveUpJob } from '@vinculo/records/imports/give-up';
import { jobMessageSchema } from '@vinculo/records/imports/messages';
import { runJob } from '@vinculo/records/imports/run/run-job';
import { catalogue } from '@vinculo/sales/catalogue';

export const handler = worker(
  'run-import-job',
  jobMessageSchema,
  (ctx, message) => runJob(ctx, catalogue, message),
  giveUpJob,
);
