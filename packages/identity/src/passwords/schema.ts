import * as z from 'zod';

export const PASSWORD_MINIMUM = 8;
export const PASSWORD_MAXIMUM = 128;

/** A new password. It is not trimmed or cut: every character counts (S2). */
export const newPasswordSchema = z.string().min(PASSWORD_MINIMUM).max(PASSWORD_MAXIMUM);

/** A password given to prove who somebody is. Only bounded, so that rules may change after it was chosen. */
export const givenPasswordSchema = z.string().min(1).max(1_000);
