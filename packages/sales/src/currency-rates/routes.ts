import { createRoute } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import type { AuthEnv } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { currencyRateSchema, ratesInputSchema } from './schema';

const { listRates, setRates } = deferred(() => import('./service'), 'listRates', 'setRates');

const tags = ['Currency rates'];

const pageContent = json(
  z.object({
    items: z.array(currencyRateSchema),
    nextCursor: z.string().nullable(),
    base: z.string(),
  }),
);
const PAGE_SIZE = 200;

const listRoute = createRoute({
  method: 'get',
  path: '/currency-rates',
  operationId: 'list_currency_rates',
  tags,
  summary: 'List dated currency rates, the latest day of each currency first',
  ...access('self'),
  request: {
    query: z.object({
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(500).default(PAGE_SIZE),
      cursor: z.string().max(2_000).optional(),
    }),
  },
  responses: {
    200: {
      description: 'A page of rates in units of `base`, the tenant’s currency.',
      content: pageContent,
    },
    ...problems(400, 401, 422, 429),
  },
});

const setRoute = createRoute({
  method: 'put',
  path: '/currency-rates',
  operationId: 'set_currency_rates',
  tags,
  summary: 'Set or forget the rates of days',
  description: 'Totals of open opportunities follow; closed ones keep the rate that they closed at.',
  ...access('rates.manage'),
  request: { body: jsonBody(ratesInputSchema) },
  responses: {
    200: { description: 'Set; the first page as it is now.', content: pageContent },
    ...problems(400, 401, 402, 403, 413, 422, 429),
  },
});

export const currencyRateRoutes = createRouter<AuthEnv>()
  .openapi(listRoute, async (c) => c.json(await listRates(c.var.ctx, c.req.valid('query')), 200))
  .openapi(setRoute, async (c) => {
    await setRates(c.var.ctx, c.req.valid('json'));
    return c.json(await listRates(c.var.ctx, { limit: PAGE_SIZE }), 200);
  });
