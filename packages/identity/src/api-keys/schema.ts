import { apiVersionSchema } from '@vinculo/platform/http/api-versions';
import * as z from 'zod';
import { overlapSchema } from '../access/overlap';
import { lineSchema } from '../access/text';
import { scopesSchema } from './scopes';

/** A key as those who manage keys see it: everything but its secret. */
export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    /** How its secret begins. */
    hint: z.string(),
    roleId: z.string(),
    scopes: z.array(z.string()).nullable().meta({ description: 'Null: all that the role allows.' }),
    apiVersion: z.string(),
    status: z.enum(['active', 'disabled']),
    createdBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string().nullable().meta({ description: 'Null: it works until it is revoked.' }),
    lastUsedAt: z.string().nullable().meta({ description: 'Exact to five minutes.' }),
    previous: z
      .object({ hint: z.string(), expiresAt: z.string(), lastUsedAt: z.string().nullable() })
      .nullable()
      .meta({ description: 'The secret before the last rotation, while both work.' }),
    version: z.number().int(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof apiKeySchema>;

export const newApiKeySchema = apiKeySchema
  .extend({
    secret: z.string().meta({ description: 'Shown this once. Send it as `Authorization: Bearer …`.' }),
  })
  .meta({ id: 'NewApiKey' });
export type NewApiKey = z.infer<typeof newApiKeySchema>;

const roleIdSchema = z.string().min(1).max(40);
/** Two years at most; a key that must last longer is rotated, or has no end. */
const expiresAtSchema = z.iso.datetime().nullable();

export const apiKeyInputSchema = z
  .strictObject({
    name: lineSchema,
    roleId: roleIdSchema,
    scopes: scopesSchema.nullable().optional(),
    expiresAt: expiresAtSchema.optional(),
  })
  .meta({ id: 'ApiKeyInput' });
export type ApiKeyInput = z.infer<typeof apiKeyInputSchema>;

export const apiKeyChangesSchema = z
  .strictObject({
    name: lineSchema,
    roleId: roleIdSchema,
    scopes: scopesSchema.nullable(),
    expiresAt: expiresAtSchema,
    status: z.enum(['active', 'disabled']),
    apiVersion: apiVersionSchema,
  })
  .partial()
  .meta({ id: 'ApiKeyChanges' });
export type ApiKeyChanges = z.infer<typeof apiKeyChangesSchema>;

export const rotationSchema = z
  .strictObject({
    overlapHours: overlapSchema('How long the old secret works beside the new one; 0 ends it at once.'),
  })
  .meta({ id: 'ApiKeyRotation' });
export type Rotation = z.infer<typeof rotationSchema>;
