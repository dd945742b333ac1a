import * as z from 'zod';
import { lineSchema } from '../access/text';
import { challengeTokenSchema } from '../second-factor/schema';

const base64urlSchema = (maximum: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(maximum);

/** Credential ids have up to 1,023 bytes. */
const credentialIdSchema = base64urlSchema(1_364);
const clientDataSchema = base64urlSchema(8_000);

const envelope = {
  id: credentialIdSchema,
  rawId: credentialIdSchema,
  type: z.literal('public-key'),
};

/** What `navigator.credentials.create` gave, as browsers serialise it; what we don't look at is let pass. */
export const attestationSchema = z.looseObject({
  ...envelope,
  response: z.looseObject({
    clientDataJSON: clientDataSchema,
    attestationObject: base64urlSchema(40_000),
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});
export type Attestation = z.infer<typeof attestationSchema>;

/** What `navigator.credentials.get` gave. */
export const assertionSchema = z.looseObject({
  ...envelope,
  response: z.looseObject({
    clientDataJSON: clientDataSchema,
    authenticatorData: base64urlSchema(4_000),
    signature: base64urlSchema(2_000),
    userHandle: base64urlSchema(100).optional(),
  }),
});
export type Assertion = z.infer<typeof assertionSchema>;

/** For the browser, as they are: the WebAuthn specification says what is in them. */
export const ceremonyOptionsSchema = z
  .record(z.string(), z.unknown())
  .meta({ id: 'PasskeyOptions', description: 'Options of WebAuthn in their JSON form.' });

export const passkeyNameSchema = lineSchema.pipe(z.string().max(60));

export const newPasskeySchema = z.strictObject({ name: passkeyNameSchema, response: attestationSchema });

export const passkeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
    /** Kept by the provider of the passkey on more than one device. */
    isSynced: z.boolean(),
  })
  .meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof passkeySchema>;

export const registeredPasskeySchema = z
  .object({ passkey: passkeySchema, recoveryCodes: z.array(z.string()) })
  .meta({ id: 'RegisteredPasskey' });
export type RegisteredPasskey = z.infer<typeof registeredPasskeySchema>;

/** Without a challenge the passkey is the whole log-in; with one it is the second step. */
export const passkeyOptionsRequestSchema = z.strictObject({ challenge: challengeTokenSchema.optional() });

export const passkeyLogInSchema = z.strictObject({
  challenge: challengeTokenSchema.optional(),
  response: assertionSchema,
});
