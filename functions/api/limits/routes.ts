import { createRoute } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { createRouter, json, problems } from '@vinculo/platform/http/routes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import type { ApiEnv } from '../env';
import { readLimits } from './read-limits';
import { limitsSchema } from './schema';

interface LimitsEnv {
  Variables: AuthEnv['Variables'] & Pick<ApiEnv['Variables'], 'rates'>;
}

const limitsRoute = createRoute({
  method: 'get',
  path: '/limits',
  operationId: 'get_limits',
  tags: ['About'],
  summary: 'What the company may have and ask for, and how much of it is used',
  ...access('self'),
  responses: {
    200: {
      description: 'Each limit with its use. What an answer’s RateLimit fields say is among them.',
      content: json(limitsSchema),
    },
    ...problems(401, 429),
  },
});

export function limitRoutes(catalogue: Catalogue) {
  const routes = createRouter<LimitsEnv>().openapi(limitsRoute, async (c) => {
    const { ctx, principal, rates = [] } = c.var;
    return c.json(await readLimits(ctx, { tenant: principal.tenant, catalogue, rates }), 200);
  });
  return createRouter<ApiEnv>().route('/', routes);
}
