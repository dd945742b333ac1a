import { createRoute } from '@hono/zod-openapi';
import { deferred } from '@vinculo/platform/deferred';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import type { PublicEnv } from '../access/public-env';
import { access } from '../access/route-access';
import { startBrowserSession } from '../sessions/cookie';
import { sessionSchema } from '../sessions/schema';
import { signUpSchema, verifySchema } from './schema';

const { signUp } = deferred(() => import('./service'), 'signUp');
const { verifyAddress } = deferred(() => import('./verify'), 'verifyAddress');

const signUpRoute = createRoute({
  method: 'post',
  path: '/signup',
  operationId: 'sign_up',
  tags: ['Sign-up'],
  summary: 'Ask for a tenant',
  description: 'Mails a link to the address. The answer is the same when the address has an account already.',
  ...access('public'),
  request: { body: jsonBody(signUpSchema) },
  responses: {
    202: {
      description: 'A mail is on its way.',
      content: json(z.object({ status: z.literal('verification_sent') })),
    },
    ...problems(400, 413, 422, 429),
  },
});

const verifyRoute = createRoute({
  method: 'post',
  path: '/verify',
  operationId: 'verify',
  tags: ['Sign-up'],
  summary: 'Prove the address and start the trial',
  ...access('public'),
  request: { body: jsonBody(verifySchema) },
  responses: {
    200: {
      description: 'Logged in to the new tenant.',
      content: json(sessionSchema),
    },
    ...problems(400, 409, 422),
  },
});

export const signUpRoutes = createRouter<PublicEnv>()
  .openapi(signUpRoute, async (c) => {
    await signUp(c.req.valid('json'), c.var);
    return c.json({ status: 'verification_sent' as const }, 202);
  })
  .openapi(verifyRoute, async (c) => {
    const { session, token } = await verifyAddress(c.req.valid('json').token, c.var);
    await startBrowserSession(c, token);
    return c.json(session, 200);
  });
