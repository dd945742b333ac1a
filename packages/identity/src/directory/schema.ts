import * as z from 'zod';

/** A token from a link of ours; its exact form is nobody's business. */
export const linkTokenSchema = z.string().min(1).max(200);
