import * as z from 'zod';
import { lineSchema } from '../access/text';

export const teamSchema = z
  .object({ id: z.string(), name: z.string(), members: z.number().int(), version: z.number().int() })
  .meta({ id: 'Team' });
export type Team = z.infer<typeof teamSchema>;

export const teamInputSchema = z.strictObject({ name: lineSchema });

/** More than anybody works in; it bounds the transaction that moves a user. */
export const TEAMS_MAXIMUM = 20;
export const teamIdsSchema = z
  .array(z.string().max(40))
  .max(TEAMS_MAXIMUM)
  .transform((ids) => [...new Set(ids)]);
