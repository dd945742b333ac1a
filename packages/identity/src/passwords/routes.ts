import { createRoute } from '@hono/zod-openapi';
import { deferred } from '@vinculo/platform/deferred';
import { idempotency } from '@vinculo/platform/http/idempotency';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import type { PublicEnv } from '../access/public-env';
import { access } from '../access/route-access';
import type { AuthEnv } from '../access/user-context';
import { linkTokenSchema } from '../directory/schema';
import { writeSessionCookie } from '../sessions/cookie';
import { emailSchema } from '../users/schema';
import { givenPasswordSchema, newPasswordSchema } from './schema';

const { changePassword, forgotPassword, resetPassword } = deferred(
  () => import('./service'),
  'changePassword',
  'forgotPassword',
  'resetPassword',
);

const forgotRoute = createRoute({
  method: 'post',
  path: '/password/forgot',
  operationId: 'ask_for_password_reset',
  tags: ['Passwords'],
  summary: 'Ask for a mail that lets one set a new password',
  description: 'The answer is the same for every address.',
  ...access('public'),
  request: {
    body: jsonBody(z.strictObject({ email: emailSchema })),
  },
  responses: {
    202: {
      description: 'If the address has an account, a mail is on its way.',
      content: json(z.object({ status: z.literal('mail_sent') })),
    },
    ...problems(400, 422),
  },
});

const resetRoute = createRoute({
  method: 'post',
  path: '/password/reset',
  operationId: 'reset_password',
  tags: ['Passwords'],
  summary: 'Set a new password through the mailed link',
  ...access('public'),
  request: {
    body: jsonBody(z.strictObject({ token: linkTokenSchema, password: newPasswordSchema })),
  },
  responses: { 204: { description: 'Set; every session has ended.' }, ...problems(400, 409, 422) },
});

const changeRoute = createRoute({
  method: 'post',
  path: '/password',
  operationId: 'change_password',
  tags: ['Passwords'],
  summary: 'Change one’s own password',
  ...access('self', { afterTrial: true, forPeople: true }),
  ...idempotency('none'),
  request: {
    body: jsonBody(z.strictObject({ current: givenPasswordSchema, password: newPasswordSchema })),
  },
  responses: {
    204: { description: 'Changed; every other session has ended, this one has a new cookie.' },
    ...problems(400, 401, 409, 422, 429),
  },
});

export const forgottenPasswordRoutes = createRouter<PublicEnv>()
  .openapi(forgotRoute, async (c) => {
    await forgotPassword(c.req.valid('json').email, c.var);
    return c.json({ status: 'mail_sent' as const }, 202);
  })
  .openapi(resetRoute, async (c) => {
    await resetPassword(c.req.valid('json'), c.var);
    return c.body(null, 204);
  });

export const passwordRoutes = createRouter<AuthEnv>().openapi(changeRoute, async (c) => {
  writeSessionCookie(c, await changePassword(c.var.ctx, c.req.valid('json'), c.var), c.var.device);
  return c.body(null, 204);
});
