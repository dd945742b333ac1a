import { createRoute } from '@hono/zod-openapi';
import { deferred } from '@vinculo/platform/deferred';
import { idempotency } from '@vinculo/platform/http/idempotency';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import type { PublicEnv } from '../access/public-env';
import { access } from '../access/route-access';
import type { AuthEnv } from '../access/user-context';
import { givenPasswordSchema } from '../passwords/schema';
import { factorProofSchema } from '../second-factor/schema';
import { startBrowserSession } from '../sessions/cookie';
import { sessionSchema } from '../sessions/schema';
import {
  ceremonyOptionsSchema,
  newPasskeySchema,
  passkeyLogInSchema,
  passkeyNameSchema,
  passkeyOptionsRequestSchema,
  passkeySchema,
  registeredPasskeySchema,
} from './schema';

const { beginPasskey, listPasskeys, registerPasskey, removePasskey, renamePasskey } = deferred(
  () => import('./service'),
  'beginPasskey',
  'listPasskeys',
  'registerPasskey',
  'removePasskey',
  'renamePasskey',
);
const { beginPasskeyLogIn, logInWithPasskey } = deferred(
  () => import('./log-in'),
  'beginPasskeyLogIn',
  'logInWithPasskey',
);

const tags = ['Passkeys'];
const own = { ...access('self', { afterTrial: true, forPeople: true }), ...idempotency('none') };
const params = z.object({ id: z.string().max(64) });

const listRoute = createRoute({
  method: 'get',
  path: '/passkeys',
  operationId: 'list_passkeys',
  tags,
  summary: 'One’s own passkeys',
  ...access('self', { forPeople: true }),
  responses: {
    200: {
      description: 'Oldest first.',
      content: json(z.object({ items: z.array(passkeySchema), nextCursor: z.null() })),
    },
    ...problems(401),
  },
});

const beginRoute = createRoute({
  method: 'post',
  path: '/passkeys/options',
  operationId: 'begin_passkey',
  tags,
  summary: 'Begin to make a passkey',
  ...own,
  request: { body: jsonBody(z.strictObject({ password: givenPasswordSchema })) },
  responses: {
    200: { description: 'For `navigator.credentials.create`.', content: json(ceremonyOptionsSchema) },
    ...problems(400, 401, 409, 422, 429),
  },
});

const registerRoute = createRoute({
  method: 'post',
  path: '/passkeys',
  operationId: 'add_passkey',
  tags,
  summary: 'Keep the passkey that the browser made',
  ...own,
  request: { body: jsonBody(newPasskeySchema) },
  responses: {
    201: {
      description: 'Kept. The first factor of a user brings recovery codes, shown once.',
      content: json(registeredPasskeySchema),
    },
    ...problems(400, 401, 409, 422),
  },
});

const renameRoute = createRoute({
  method: 'patch',
  path: '/passkeys/{id}',
  operationId: 'rename_passkey',
  tags,
  summary: 'Rename a passkey',
  ...own,
  request: { params, body: jsonBody(z.strictObject({ name: passkeyNameSchema })) },
  responses: {
    200: { description: 'The passkey.', content: json(passkeySchema) },
    ...problems(400, 401, 404, 422),
  },
});

const removeRoute = createRoute({
  method: 'post',
  path: '/passkeys/{id}/remove',
  operationId: 'remove_passkey',
  tags,
  summary: 'Remove a passkey',
  description: 'Not a DELETE, since it takes the password and a code.',
  ...own,
  request: { params, body: jsonBody(factorProofSchema) },
  responses: {
    204: { description: 'It opens nothing any more.' },
    ...problems(400, 401, 404, 409, 422, 429),
  },
});

const logInOptionsRoute = createRoute({
  method: 'post',
  path: '/login-steps/passkey/options',
  operationId: 'begin_log_in_with_passkey',
  tags,
  summary: 'Begin to log in with a passkey, by itself or after the password',
  ...access('public'),
  request: { body: jsonBody(passkeyOptionsRequestSchema) },
  responses: {
    200: { description: 'For `navigator.credentials.get`.', content: json(ceremonyOptionsSchema) },
    ...problems(400, 401, 422, 429),
  },
});

const logInRoute = createRoute({
  method: 'post',
  path: '/login-steps/passkey',
  operationId: 'log_in_with_passkey',
  tags,
  summary: 'Log in with a passkey',
  ...access('public'),
  request: { body: jsonBody(passkeyLogInSchema) },
  responses: {
    200: { description: 'Logged in.', content: json(sessionSchema) },
    ...problems(400, 401, 422),
  },
});

export const passkeyLogInRoutes = createRouter<PublicEnv>()
  .openapi(logInOptionsRoute, async (c) => c.json(await beginPasskeyLogIn(c.req.valid('json'), c.var), 200))
  .openapi(logInRoute, async (c) => {
    const { session, token } = await logInWithPasskey(c.req.valid('json'), c.var);
    await startBrowserSession(c, token);
    return c.json(session, 200);
  });

export const passkeyRoutes = createRouter<AuthEnv>()
  .openapi(listRoute, async (c) => c.json({ items: await listPasskeys(c.var.ctx), nextCursor: null }, 200))
  .openapi(beginRoute, async (c) => c.json(await beginPasskey(c.var.ctx, c.req.valid('json'), c.var), 200))
  .openapi(registerRoute, async (c) =>
    c.json(await registerPasskey(c.var.ctx, c.req.valid('json'), c.var), 201),
  )
  .openapi(renameRoute, async (c) => {
    const { name } = c.req.valid('json');
    return c.json(await renamePasskey(c.var.ctx, c.req.valid('param').id, name, c.var), 200);
  })
  .openapi(removeRoute, async (c) => {
    const { ctx, principal } = c.var;
    const removal = { id: c.req.valid('param').id, proof: c.req.valid('json') };
    await removePasskey(ctx, principal.tenant, removal, c.var);
    return c.body(null, 204);
  });
