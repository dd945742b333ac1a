import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { createRouter, json, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import type { Catalogue } from '../types/catalogue';
import { describeTypes } from './describe';
import { recordTypeInfoSchema } from './schema';

const route = createRoute({
  method: 'get',
  path: '/metadata',
  operationId: 'get_metadata',
  summary: 'Describe the record types and fields that one’s role may see',
  tags: ['Metadata'],
  ...access('self'),
  responses: {
    200: {
      description: 'In the order of the navigation.',
      content: json(z.object({ recordTypes: z.array(recordTypeInfoSchema) })),
    },
    ...problems(401, 429),
  },
});

export function metadataRoutes(catalogue: Catalogue): OpenAPIHono<AuthEnv> {
  return createRouter<AuthEnv>().openapi(route, async (c) =>
    c.json({ recordTypes: describeTypes(c.var.ctx, catalogue) }, 200),
  );
}
