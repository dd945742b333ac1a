import { createRoute } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { versionFromIfMatch } from '@vinculo/platform/http/etag';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import { idParameter, ifMatchHeader } from '@vinculo/records/routes/parameters';
import { leadType } from '../leads/type';
import { convertedLeadSchema, convertLeadSchema } from './schema';

const { convertLead } = deferred(() => import('./service'), 'convertLead');

const convertRoute = createRoute({
  method: 'post',
  path: '/leads/{id}/convert',
  operationId: 'convert_lead',
  tags: [leadType.labels.many.en],
  summary: 'Convert a lead into an account, a contact and an opportunity',
  description:
    'All of it or nothing. Fields that are left out come from the lead; `null` leaves them empty. What is still to do with the lead moves to the contact; what was done stays visible on both.',
  ...access('record'),
  request: {
    params: idParameter(leadType),
    headers: ifMatchHeader,
    body: jsonBody(convertLeadSchema),
  },
  responses: {
    200: {
      description: 'What it became.',
      content: json(convertedLeadSchema),
    },
    ...problems(400, 401, 402, 403, 404, 409, 412, 413, 422, 428, 429),
  },
});

export const conversionRoutes = createRouter<AuthEnv>().openapi(convertRoute, async (c) => {
  const version = versionFromIfMatch(c.req.valid('header')['if-match']);
  const converted = await convertLead(c.var.ctx, c.req.valid('param').id, c.req.valid('json'), version);
  return c.json(converted, 200);
});
