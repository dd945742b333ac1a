import * as z from 'zod';

const attemptSchema = z.object({
  at: z.string(),
  durationMs: z.number().int(),
  status: z.number().int().nullable().meta({ description: 'Null: there was no answer.' }),
  error: z
    .string()
    .nullable()
    .meta({ examples: ['timeout', 'url.address', 'tls'] }),
  response: z.string().nullable().meta({ description: 'The beginning of the answer, a kilobyte at most.' }),
});

export const deliverySchema = z
  .object({
    id: z.string().meta({ description: 'The event’s id.' }),
    messageId: z.string().meta({ description: 'The header `webhook-id`, the same in every attempt.' }),
    eventType: z.string(),
    recordType: z.string(),
    recordId: z.string(),
    at: z.string().meta({ description: 'When the event happened.' }),
    status: z.enum(['pending', 'delivered', 'failed']),
    attempts: z.number().int(),
    nextAttemptAt: z.string().nullable(),
    failure: z.enum(['exhausted', 'gone', 'disabled', 'hidden']).nullable().meta({
      description:
        'Why it is not tried again: all attempts failed, the endpoint answered 410, it was disabled, or its role may not see the event any more.',
    }),
    lastAttempt: attemptSchema.nullable(),
  })
  .meta({ id: 'WebhookDelivery' });
export type Delivery = z.infer<typeof deliverySchema>;

export const deliveryDetailSchema = deliverySchema
  .extend({
    request: z
      .string()
      .nullable()
      .meta({ description: 'The body as it is sent now. Null: the endpoint or the reader may not see it.' }),
  })
  .meta({ id: 'WebhookDeliveryDetail' });
export type DeliveryDetail = z.infer<typeof deliveryDetailSchema>;

export const deliveryQuerySchema = z.object({
  status: z.enum(['pending', 'delivered', 'failed']).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(2_000).optional(),
});
export type DeliveryQuery = z.infer<typeof deliveryQuerySchema>;

export const replayInputSchema = z
  .strictObject({
    since: z.iso.datetime().meta({ description: 'Failed deliveries of events from then on.' }),
    until: z.iso.datetime().optional().meta({ description: 'Now, if it is not given.' }),
  })
  .meta({ id: 'WebhookReplay' });
export type ReplayInput = z.infer<typeof replayInputSchema>;
