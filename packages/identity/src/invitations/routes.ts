import { createRoute } from '@hono/zod-openapi';
import { deferred } from '@vinculo/platform/deferred';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import type { PublicEnv } from '../access/public-env';
import { access } from '../access/route-access';
import type { AuthEnv } from '../access/user-context';
import { linkTokenSchema } from '../directory/schema';
import { logInStepSchema } from '../second-factor/schema';
import { startBrowserSession } from '../sessions/cookie';
import { sessionSchema } from '../sessions/schema';
import { acceptSchema, invitationLookupSchema, invitationSchema, inviteSchema } from './schema';

const { acceptInvitation, lookUpInvitation } = deferred(
  () => import('./accept'),
  'acceptInvitation',
  'lookUpInvitation',
);
const { invite, listInvitations, resendInvitation, withdrawInvitation } = deferred(
  () => import('./service'),
  'invite',
  'listInvitations',
  'resendInvitation',
  'withdrawInvitation',
);

const params = z.object({ id: z.string().max(64) });
const tags = ['Invitations'];

const listRoute = createRoute({
  method: 'get',
  path: '/invitations',
  operationId: 'list_invitations',
  tags,
  summary: 'Invitations that were not accepted yet',
  ...access('users.manage'),
  responses: {
    200: {
      description: 'Newest first.',
      content: json(z.object({ items: z.array(invitationSchema), nextCursor: z.null() })),
    },
    ...problems(401, 403),
  },
});

const inviteRoute = createRoute({
  method: 'post',
  path: '/invitations',
  operationId: 'invite',
  tags,
  summary: 'Invite a colleague by mail',
  ...access('users.manage'),
  request: { body: jsonBody(inviteSchema) },
  responses: {
    201: { description: 'The invitation.', content: json(invitationSchema) },
    ...problems(400, 401, 402, 403, 409, 422, 429),
  },
});

const withdrawRoute = createRoute({
  method: 'delete',
  path: '/invitations/{id}',
  operationId: 'withdraw_invitation',
  tags,
  summary: 'Take an invitation back',
  ...access('users.manage'),
  request: { params },
  responses: { 204: { description: 'Taken back.' }, ...problems(401, 402, 403, 404) },
});

const resendRoute = createRoute({
  method: 'post',
  path: '/invitations/{id}/resend',
  operationId: 'resend_invitation',
  tags,
  summary: 'Mail an invitation again, with a new link',
  ...access('users.manage'),
  request: { params },
  responses: {
    202: {
      description: 'A mail is on its way.',
      content: json(z.object({ status: z.literal('mail_sent') })),
    },
    ...problems(401, 402, 403, 404, 429),
  },
});

const lookUpRoute = createRoute({
  method: 'get',
  path: '/invitations/lookup',
  operationId: 'look_up_invitation',
  tags,
  summary: 'Who invites whom where',
  ...access('public'),
  request: { query: z.object({ token: linkTokenSchema }) },
  responses: {
    200: {
      description: 'The invitation, as its receiver may see it.',
      content: json(invitationLookupSchema),
    },
    ...problems(422),
  },
});

const acceptRoute = createRoute({
  method: 'post',
  path: '/invitations/accept',
  operationId: 'accept_invitation',
  tags,
  summary: 'Become a member and log in',
  ...access('public'),
  request: { body: jsonBody(acceptSchema) },
  responses: {
    200: { description: 'Logged in.', content: json(sessionSchema) },
    202: {
      description: 'A member now; the company wants a second factor to be set up.',
      content: json(logInStepSchema),
    },
    ...problems(400, 402, 409, 422),
  },
});

export const receivedInvitationRoutes = createRouter<PublicEnv>()
  .openapi(lookUpRoute, async (c) => c.json(await lookUpInvitation(c.req.valid('query').token, c.var), 200))
  .openapi(acceptRoute, async (c) => {
    const entrance = await acceptInvitation(c.req.valid('json'), c.var);
    if (entrance.kind === 'step') return c.json(entrance.step, 202);
    await startBrowserSession(c, entrance.token);
    return c.json(entrance.session, 200);
  });

export const invitationRoutes = createRouter<AuthEnv>()
  .openapi(listRoute, async (c) => c.json({ items: await listInvitations(c.var.ctx), nextCursor: null }, 200))
  .openapi(inviteRoute, async (c) => c.json(await invite(c.var.ctx, c.req.valid('json')), 201))
  .openapi(withdrawRoute, async (c) => {
    await withdrawInvitation(c.var.ctx, c.req.valid('param').id);
    return c.body(null, 204);
  })
  .openapi(resendRoute, async (c) => {
    await resendInvitation(c.var.ctx, c.req.valid('param').id);
    return c.json({ status: 'mail_sent' as const }, 202);
  });
