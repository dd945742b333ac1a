import { createRoute } from '@hono/zod-openapi';
import { idempotency } from '@vinculo/platform/http/idempotency';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { access } from '../access/route-access';
import type { AuthEnv } from '../access/user-context';
import { givenPasswordSchema } from '../passwords/schema';
import {
  factorCodeSchema,
  factorProofSchema,
  recoveryCodesSchema,
  secondFactorSchema,
  totpEnrolmentSchema,
} from './schema';
import {
  beginOwnTotp,
  confirmOwnTotp,
  describeSecondFactor,
  disableTotp,
  renewRecoveryCodes,
} from './service';

const tags = ['Second factor'];
const own = { ...access('self', { afterTrial: true, forPeople: true }), ...idempotency('none') };
const recoveryCodes = json(recoveryCodesSchema);
const proof = jsonBody(factorProofSchema);

const readRoute = createRoute({
  method: 'get',
  path: '/second-factor',
  operationId: 'get_second_factor',
  tags,
  summary: 'How one’s own account is protected beside the password',
  ...access('self', { forPeople: true }),
  responses: {
    200: {
      description: 'What there is; never a secret.',
      content: json(secondFactorSchema),
    },
    ...problems(401),
  },
});

const beginRoute = createRoute({
  method: 'post',
  path: '/second-factor/totp',
  operationId: 'begin_totp',
  tags,
  summary: 'Begin to set up one-time codes',
  description: 'They count once a first code was confirmed.',
  ...own,
  request: {
    body: jsonBody(z.strictObject({ password: givenPasswordSchema })),
  },
  responses: {
    200: {
      description: 'The seed, to be put into an authenticator app.',
      content: json(totpEnrolmentSchema),
    },
    ...problems(400, 401, 409, 422, 429),
  },
});

const confirmRoute = createRoute({
  method: 'post',
  path: '/second-factor/totp/confirm',
  operationId: 'confirm_totp',
  tags,
  summary: 'Turn one-time codes on with a first code',
  ...own,
  request: {
    body: jsonBody(z.strictObject({ code: factorCodeSchema })),
  },
  responses: {
    200: {
      description: 'On. With the first factor come recovery codes; there are none where some exist already.',
      content: recoveryCodes,
    },
    ...problems(400, 401, 409, 422),
  },
});

const disableRoute = createRoute({
  method: 'post',
  path: '/second-factor/totp/disable',
  operationId: 'disable_totp',
  tags,
  summary: 'Turn one-time codes off',
  ...own,
  request: { body: proof },
  responses: { 204: { description: 'Off.' }, ...problems(400, 401, 409, 422, 429) },
});

const renewRoute = createRoute({
  method: 'post',
  path: '/second-factor/recovery-codes',
  operationId: 'replace_recovery_codes',
  tags,
  summary: 'Replace one’s recovery codes',
  ...own,
  request: { body: proof },
  responses: {
    200: { description: 'New codes; older ones stop working.', content: recoveryCodes },
    ...problems(400, 401, 409, 422, 429),
  },
});

export const secondFactorRoutes = createRouter<AuthEnv>()
  .openapi(readRoute, async (c) => c.json(await describeSecondFactor(c.var.ctx, c.var.principal.tenant), 200))
  .openapi(beginRoute, async (c) => c.json(await beginOwnTotp(c.var.ctx, c.req.valid('json'), c.var), 200))
  .openapi(confirmRoute, async (c) =>
    c.json(await confirmOwnTotp(c.var.ctx, c.req.valid('json'), c.var), 200),
  )
  .openapi(disableRoute, async (c) => {
    await disableTotp(c.var.ctx, c.var.principal.tenant, c.req.valid('json'), c.var);
    return c.body(null, 204);
  })
  .openapi(renewRoute, async (c) =>
    c.json(await renewRecoveryCodes(c.var.ctx, c.req.valid('json'), c.var), 200),
  );
