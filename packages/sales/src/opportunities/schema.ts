import * as z from 'zod';

export const stageVisitSchema = z
  .object({
    stageId: z.string(),
    enteredAt: z.iso.datetime(),
    leftAt: z.iso.datetime().optional(),
    ms: z.number().int(),
  })
  .meta({ id: 'StageVisit' });
export type StageVisit = z.infer<typeof stageVisitSchema>;
