import { overlapSchema } from '@vinculo/identity/access/overlap';
import { lineSchema } from '@vinculo/identity/access/text';
import * as z from 'zod';

const PATTERN = /^(?:\*|[a-z_]{1,40}\.(?:\*|[a-z_]{1,40})|\*\.[a-z_]{1,40})$/;

/** Which events an endpoint gets; an event is sent when one filter of the endpoint takes it. */
export const filterSchema = z
  .strictObject({
    type: z
      .string()
      .regex(PATTERN, { error: 'Write `contact.created`, `contact.*`, `*.created` or `*`.' })
      .meta({ examples: ['contact.*', '*.created', 'opportunity.stage_changed'] }),
    fields: z
      .array(z.string().min(1).max(60))
      .min(1)
      .max(50)
      .optional()
      .meta({ description: 'Only when one of these fields was set or changed.' }),
  })
  .meta({ id: 'WebhookFilter' });
export type WebhookFilter = z.infer<typeof filterSchema>;

const urlSchema = z.string().max(2_000).meta({
  description: 'HTTPS on port 443 or 8443, without credentials.',
  example: 'https://example.com/hooks',
});

const settings = {
  url: urlSchema,
  description: lineSchema,
  filters: z.array(filterSchema).min(1).max(50),
  roleId: z.string().min(1).max(40).meta({ description: 'It is sent what this role may read, and no more.' }),
};

export const webhookInputSchema = z.strictObject(settings).meta({ id: 'WebhookInput' });
export type WebhookInput = z.infer<typeof webhookInputSchema>;

export const webhookChangesSchema = z
  .strictObject({
    ...settings,
    status: z.enum(['active', 'paused']).meta({
      description: 'What happens while an endpoint is paused is sent when it is active again.',
    }),
  })
  .partial()
  .meta({ id: 'WebhookChanges' });
export type WebhookChanges = z.infer<typeof webhookChangesSchema>;

export const webhookSchema = z
  .object({
    id: z.string(),
    ...settings,
    apiVersion: z.string().meta({ description: 'The dated version that its payloads have.' }),
    status: z.enum(['active', 'paused', 'disabled']),
    disabled: z
      .object({ at: z.string(), reason: z.enum(['gone', 'failing']) })
      .nullable()
      .meta({
        description: '`gone`: it answered 410. `failing`: it failed for five days without a success.',
      }),
    failingSince: z.string().nullable(),
    previousSecretExpiresAt: z
      .string()
      .nullable()
      .meta({ description: 'Until when messages are also signed with the secret before the last rotation.' }),
    createdBy: z.string(),
    createdAt: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof webhookSchema>;

export const newWebhookSchema = webhookSchema
  .extend({ secret: z.string().meta({ description: 'Shown this once. Messages are verified with it.' }) })
  .meta({ id: 'NewWebhook' });
export type NewWebhook = z.infer<typeof newWebhookSchema>;

export const webhookRotationSchema = z
  .strictObject({
    overlapHours: overlapSchema(
      'How long messages are signed with both secrets; 0 ends the old one at once.',
    ),
  })
  .meta({ id: 'WebhookRotation' });

export const eventTypeSchema = z
  .object({
    type: z.string(),
    recordType: z.string(),
    hasFields: z.boolean().meta({ description: 'Whether it tells which fields were set or changed.' }),
  })
  .meta({ id: 'WebhookEventType' });
export type WebhookEventType = z.infer<typeof eventTypeSchema>;
