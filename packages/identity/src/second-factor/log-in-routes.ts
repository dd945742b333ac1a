import { createRoute } from '@hono/zod-openapi';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import type { PublicEnv } from '../access/public-env';
import { access } from '../access/route-access';
import { startBrowserSession } from '../sessions/cookie';
import { sessionSchema } from '../sessions/schema';
import { beginRequiredTotp, confirmRequiredTotp, logInWithCode } from './log-in';
import { challengeTokenSchema, enrolledSessionSchema, factorCodeSchema, totpEnrolmentSchema } from './schema';

const tags = ['Second factor'];
const withChallenge = z.strictObject({ challenge: challengeTokenSchema });
const withCode = withChallenge.extend({ code: factorCodeSchema });

const codeRoute = createRoute({
  method: 'post',
  path: '/login-steps/code',
  operationId: 'log_in_with_code',
  tags,
  summary: 'Finish a log-in with a one-time code or a recovery code',
  ...access('public'),
  request: { body: jsonBody(withCode) },
  responses: {
    200: { description: 'Logged in.', content: json(sessionSchema) },
    ...problems(400, 401, 422, 429),
  },
});

const enrolmentRoute = createRoute({
  method: 'post',
  path: '/login-steps/enrolment',
  operationId: 'begin_enrolment_at_log_in',
  tags,
  summary: 'Set up the second factor that the company wants everybody to have, to finish a log-in',
  ...access('public'),
  request: { body: jsonBody(withChallenge) },
  responses: {
    200: {
      description: 'The seed of one-time codes.',
      content: json(totpEnrolmentSchema),
    },
    ...problems(400, 401, 409, 422),
  },
});

const confirmRoute = createRoute({
  method: 'post',
  path: '/login-steps/enrolment/confirm',
  operationId: 'confirm_enrolment_at_log_in',
  tags,
  summary: 'Confirm the second factor with a first code, and log in',
  ...access('public'),
  request: { body: jsonBody(withCode) },
  responses: {
    200: {
      description: 'Logged in; the recovery codes are shown once.',
      content: json(enrolledSessionSchema),
    },
    ...problems(400, 401, 409, 422),
  },
});

export const logInStepRoutes = createRouter<PublicEnv>()
  .openapi(codeRoute, async (c) => {
    const { session, token } = await logInWithCode(c.req.valid('json'), c.var);
    await startBrowserSession(c, token);
    return c.json(session, 200);
  })
  .openapi(enrolmentRoute, async (c) => c.json(await beginRequiredTotp(c.req.valid('json'), c.var), 200))
  .openapi(confirmRoute, async (c) => {
    const { session, token, recoveryCodes } = await confirmRequiredTotp(c.req.valid('json'), c.var);
    await startBrowserSession(c, token);
    return c.json({ session, recoveryCodes }, 200);
  });
