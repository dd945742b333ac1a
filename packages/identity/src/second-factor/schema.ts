import * as z from 'zod';
import { givenPasswordSchema } from '../passwords/schema';
import { sessionSchema } from '../sessions/schema';

/** A one-time code of six digits, or a recovery code; people type both with spaces and dashes. */
export const factorCodeSchema = z.string().trim().min(6).max(40);

/** What taking protection away needs: the password, and a code where there are one-time codes. */
export const factorProofSchema = z.strictObject({
  password: givenPasswordSchema,
  code: factorCodeSchema.optional(),
});
export type FactorProof = z.infer<typeof factorProofSchema>;

export const challengeTokenSchema = z.string().min(1).max(100);

export const factorMethodSchema = z.enum(['totp', 'passkey', 'recovery_code']);
export type FactorMethod = z.infer<typeof factorMethodSchema>;

/** What is missing after the right password. There is no session before the step is done. */
export const logInStepSchema = z
  .object({
    status: z.enum(['second_factor_required', 'enrolment_required']),
    challenge: z.string(),
    expiresAt: z.string(),
    /** How the step can be done; empty where a second factor has to be set up first. */
    methods: z.array(factorMethodSchema),
  })
  .meta({ id: 'LogInStep' });
export type LogInStep = z.infer<typeof logInStepSchema>;

export const totpEnrolmentSchema = z
  .object({
    /** For typing where nothing can be scanned. */
    secret: z.string(),
    /** What an authenticator app scans. */
    uri: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'TotpEnrolment' });
export type TotpEnrolment = z.infer<typeof totpEnrolmentSchema>;

export const recoveryCodesSchema = z
  .object({ recoveryCodes: z.array(z.string()).meta({ description: 'Shown once. Each works once.' }) })
  .meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;

export const enrolledSessionSchema = z
  .object({ session: sessionSchema, recoveryCodes: z.array(z.string()) })
  .meta({ id: 'EnrolledSession' });

export const secondFactorSchema = z
  .object({
    /** False for who has no password here and logs in through the company's provider. */
    hasPassword: z.boolean(),
    totpSince: z.string().nullable(),
    recoveryCodesLeft: z.number().int(),
    isRequired: z.boolean(),
  })
  .meta({ id: 'SecondFactor' });
export type SecondFactor = z.infer<typeof secondFactorSchema>;
