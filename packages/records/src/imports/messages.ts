import * as z from 'zod';

/** What our own queues carry for imports. */
export const jobMessageSchema = z.object({ importId: z.string(), job: z.enum(['check', 'start', 'undo']) });
export type JobMessage = z.infer<typeof jobMessageSchema>;

export const sliceMessageSchema = z.object({
  importId: z.string(),
  slice: z.number().int().min(0),
  /** Slices between this one and the next of its lane. */
  stride: z.number().int().min(1),
  isUndo: z.boolean().optional(),
});
export type SliceMessage = z.infer<typeof sliceMessageSchema>;

export const JOB_QUEUE = 'import-jobs';
export const SLICE_QUEUE = 'import-slices';
