import * as z from 'zod';
import { holdsLink } from '../access/text';
import { linkTokenSchema } from '../directory/schema';
import { newPasswordSchema } from '../passwords/schema';
import { teamIdsSchema } from '../teams/schema';
import { emailSchema, localeSchema, personNameSchema } from '../users/schema';

export const invitationSchema = z
  .object({
    id: z.string(),
    userId: z.string(),
    email: z.string(),
    roleId: z.string(),
    teamIds: z.array(z.string()),
    message: z.string().optional(),
    invitedBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof invitationSchema>;

export const inviteSchema = z
  .strictObject({
    email: emailSchema,
    roleId: z.string().max(40),
    teamIds: teamIdsSchema.optional(),
    /** Goes into the mail as plain text; no links, so that a trial is no way to send them to strangers (S25). */
    message: z
      .string()
      .trim()
      .max(500)
      .refine((text) => !holdsLink(text), { params: { code: 'text.link' }, error: 'Links are not allowed.' })
      .optional(),
  })
  .meta({ id: 'Invite' });
export type Invite = z.infer<typeof inviteSchema>;

export const acceptSchema = z
  .strictObject({
    token: linkTokenSchema,
    name: personNameSchema,
    password: newPasswordSchema,
    locale: localeSchema,
  })
  .meta({ id: 'AcceptInvitation' });
export type Accept = z.infer<typeof acceptSchema>;

export const invitationLookupSchema = z
  .object({ company: z.string(), email: z.string(), inviter: z.string() })
  .meta({ id: 'InvitationLookup' });
export type InvitationLookup = z.infer<typeof invitationLookupSchema>;
