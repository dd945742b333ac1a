import { overlapSchema } from '@vinculo/identity/access/overlap';
import { lineSchema } from '@vinculo/identity/access/text';
import * as z from 'zod';

const pointerSchema = z
  .string()
  .max(300)
  .regex(/^(?:\/(?:[^~]|~[01])*)?$/, { error: 'Write a JSON pointer, as `/customer/email`.' })
  .meta({ description: 'Where the value is in the body (RFC 6901).', example: '/customer/email' });

const fieldSchema = z.string().min(1).max(60);

const mappingSchema = z
  .array(z.strictObject({ pointer: pointerSchema, field: fieldSchema }))
  .min(1)
  .max(100)
  .meta({ description: 'Which part of the body becomes which field. What the body lacks is left alone.' });

const settings = {
  name: lineSchema,
  mapping: mappingSchema,
  matchField: fieldSchema.nullable().meta({
    description:
      'A unique field or the e-mail addresses: a body whose value is a record’s changes that record. Null: each body creates one.',
  }),
  defaults: z
    .record(fieldSchema, z.unknown())
    .meta({ description: 'What created records get where the body says nothing.' }),
  roleId: z.string().min(1).max(40).meta({ description: 'It writes what this role may write, and no more.' }),
};

export const inboundHookInputSchema = z
  .strictObject({
    ...settings,
    recordType: z.string().max(40),
    matchField: settings.matchField.default(null),
    defaults: settings.defaults.default({}),
    isSigned: z
      .boolean()
      .default(false)
      .meta({ description: 'Also requires a Standard Webhooks signature by a secret of its own.' }),
  })
  .meta({ id: 'InboundHookInput' });
export type InboundHookInput = z.infer<typeof inboundHookInputSchema>;

export const inboundHookChangesSchema = z.strictObject(settings).partial().meta({ id: 'InboundHookChanges' });
export type InboundHookChanges = z.infer<typeof inboundHookChangesSchema>;

export const inboundHookSchema = z
  .object({
    id: z.string(),
    ...settings,
    recordType: z.string(),
    isSigned: z.boolean(),
    previousExpiresAt: z
      .string()
      .nullable()
      .meta({ description: 'Until when the address before the last rotation works too.' }),
    createdBy: z.string(),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable().meta({ description: 'Exact to five minutes.' }),
    version: z.number().int(),
  })
  .meta({ id: 'InboundHook' });
export type InboundHook = z.infer<typeof inboundHookSchema>;

export const newInboundHookSchema = inboundHookSchema
  .extend({
    url: z.string().meta({ description: 'Shown this once. Whoever has it can post.' }),
    secret: z.string().nullable().meta({ description: 'Shown this once. Null: it takes unsigned messages.' }),
  })
  .meta({ id: 'NewInboundHook' });
export type NewInboundHook = z.infer<typeof newInboundHookSchema>;

export const inboundRotationSchema = z
  .strictObject({
    overlapHours: overlapSchema('How long the old address works beside the new one; 0 ends it at once.'),
  })
  .meta({ id: 'InboundHookRotation' });

/** Any object; what of it is used is the hook's mapping. */
export const inboundBodySchema = z.record(z.string(), z.unknown()).meta({ id: 'InboundBody' });

export const receiptSchema = z
  .object({
    recordId: z.string(),
    recordType: z.string(),
    result: z.enum(['created', 'updated']),
  })
  .meta({ id: 'InboundReceipt' });
export type Receipt = z.infer<typeof receiptSchema>;
