import * as z from 'zod';

export const lostReasonSchema = z
  .object({ id: z.string(), name: z.string(), isArchived: z.boolean().optional() })
  .meta({ id: 'LostReason' });
export type LostReason = z.infer<typeof lostReasonSchema>;

export const lostReasonsInputSchema = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          /** Absent or empty for a new one. */
          id: z.string().max(40).optional(),
          name: z.string().trim().min(1).max(80),
          isArchived: z.boolean().optional(),
        }),
      )
      .max(100),
  })
  .meta({ id: 'LostReasonsInput' });
export type LostReasonsInput = z.infer<typeof lostReasonsInputSchema>;
