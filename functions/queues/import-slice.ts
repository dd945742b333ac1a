import { worker } from '@vinculo/platform/events/consumer';
import { giveUpSlice } from '@vinculo/records/imports/give-up';
import { sliceMessageSchema } from '@vinculo/records/imports/messages';
import { importSlice } from '@vinculo/records/imports/run/import-slice';
import { undoSlice } from '@vinculo/records/imports/undo/undo-slice';
import { catalogue } from '@vinculo/sales/catalogue';

export const handler = worker(
  'import-slice',
  sliceMessageSchema,
  (ctx, message) =>
    message.isUndo ? undoSlice(ctx, catalogue, message) : importSlice(ctx, catalogue, message),
  (ctx, message) => giveUpSlice(ctx, catalogue, message),
);
