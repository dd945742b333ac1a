import * as z from 'zod';

export const notificationSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    kind: z.string().meta({ example: 'activity.reminder' }),
    title: z.string().meta({ description: 'In the language of the reader.' }),
    recordType: z.string(),
    recordId: z.string(),
    recordTitle: z.string(),
    isRead: z.boolean(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof notificationSchema>;

export const markReadSchema = z
  .union([
    z.strictObject({ ids: z.array(z.string().max(300)).min(1).max(100) }),
    z.strictObject({ all: z.literal(true) }),
  ])
  .meta({ id: 'MarkRead' });
export type MarkRead = z.infer<typeof markReadSchema>;
