import { createRoute } from '@hono/zod-openapi';
import { idempotency } from '@vinculo/platform/http/idempotency';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { requirePerson } from '../access/principal';
import type { PublicEnv } from '../access/public-env';
import { access } from '../access/route-access';
import type { AuthEnv } from '../access/user-context';
import { givenPasswordSchema } from '../passwords/schema';
import { readAccess } from '../roles/repository';
import { logInStepSchema } from '../second-factor/schema';
import { updateProfile } from '../users/profile';
import { emailSchema } from '../users/schema';
import { clearSessionCookie, startBrowserSession } from './cookie';
import { userLoggedOut } from './events';
import { logIn } from './log-in';
import { removeSession } from './repository';
import { deviceSchema, sessionChangesSchema, sessionSchema } from './schema';
import { endSession, listDevices } from './service';
import { toSession } from './view';

const step = {
  description: 'The password is right; a second step is missing.',
  content: json(logInStepSchema),
};

const sessionContent = json(sessionSchema);

const logInRoute = createRoute({
  method: 'post',
  path: '/login',
  operationId: 'log_in',
  tags: ['Sessions'],
  summary: 'Log in',
  ...access('public'),
  request: {
    body: jsonBody(z.strictObject({ email: emailSchema, password: givenPasswordSchema })),
  },
  responses: {
    200: { description: 'Logged in.', content: sessionContent },
    202: step,
    ...problems(400, 401, 422, 429),
  },
});

const logOutRoute = createRoute({
  method: 'post',
  path: '/logout',
  operationId: 'log_out',
  tags: ['Sessions'],
  summary: 'End this session',
  ...access('self', { afterTrial: true, forPeople: true }),
  ...idempotency('none'),
  responses: { 204: { description: 'Logged out.' }, ...problems(401) },
});

const readRoute = createRoute({
  method: 'get',
  path: '/session',
  operationId: 'get_session',
  tags: ['Sessions'],
  summary: 'Who is logged in, where, with which rights',
  ...access('self', { forPeople: true }),
  responses: { 200: { description: 'The session.', content: sessionContent }, ...problems(401) },
});

const changeRoute = createRoute({
  method: 'patch',
  path: '/session',
  operationId: 'update_session',
  tags: ['Sessions'],
  summary: 'Change one’s own name, language or preferences',
  description: 'Preferences are merged by name; null forgets one.',
  ...access('self', { afterTrial: true, forPeople: true }),
  request: { body: jsonBody(sessionChangesSchema) },
  responses: { 200: { description: 'The session.', content: sessionContent }, ...problems(400, 401, 422) },
});

const listRoute = createRoute({
  method: 'get',
  path: '/sessions',
  operationId: 'list_sessions',
  tags: ['Sessions'],
  summary: 'Every place where this user is logged in',
  ...access('self', { forPeople: true }),
  responses: {
    200: {
      description: 'Newest first.',
      content: json(z.object({ items: z.array(deviceSchema), nextCursor: z.null() })),
    },
    ...problems(401),
  },
});

const endRoute = createRoute({
  method: 'delete',
  path: '/sessions/{id}',
  operationId: 'end_session',
  tags: ['Sessions'],
  summary: 'End one of this user’s sessions',
  ...access('self', { afterTrial: true, forPeople: true }),
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: { 204: { description: 'Ended.' }, ...problems(401, 404) },
});

export const logInRoutes = createRouter<PublicEnv>().openapi(logInRoute, async (c) => {
  const entrance = await logIn(c.req.valid('json'), c.var);
  if (entrance.kind === 'step') return c.json(entrance.step, 202);
  await startBrowserSession(c, entrance.token);
  return c.json(entrance.session, 200);
});

export const sessionRoutes = createRouter<AuthEnv>()
  .openapi(logOutRoute, async (c) => {
    const { session } = requirePerson(c.var.principal);
    await removeSession(c.var.ctx, session, userLoggedOut(session.userId, session.sessionId));
    clearSessionCookie(c);
    return c.body(null, 204);
  })
  .openapi(readRoute, async (c) =>
    c.json(await toSession(c.var.ctx, requirePerson(c.var.principal), c.var.ctx.access), 200),
  )
  .openapi(changeRoute, async (c) => {
    const { ctx } = c.var;
    const principal = requirePerson(c.var.principal);
    const user = await updateProfile(ctx, principal.user, c.req.valid('json'));
    const role = await readAccess(ctx, user.roleId, user.locale);
    const { access = ctx.access, roleName = principal.roleName } = role ?? {};
    return c.json(await toSession(ctx, { ...principal, user, roleName }, access), 200);
  })
  .openapi(listRoute, async (c) => {
    const items = await listDevices(c.var.ctx, requirePerson(c.var.principal).session);
    return c.json({ items, nextCursor: null }, 200);
  })
  .openapi(endRoute, async (c) => {
    await endSession(c.var.ctx, c.var.ctx.actor.id, c.req.valid('param').id);
    return c.body(null, 204);
  });
