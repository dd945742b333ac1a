import { worker } from '@vinculo/platform/events/consumer';
import { exportMessageSchema } from '@vinculo/records/exports/schema';
import { giveUpExport, writeExport } from '@vinculo/records/exports/service';
import { catalogue } from '@vinculo/sales/catalogue';

export const handler = worker(
  'write-export',
  exportMessageSchema,
  (ctx, { exportId }) => writeExport(ctx, catalogue, exportId),
  (ctx, { exportId }) => giveUpExport(ctx, exportId),
);
