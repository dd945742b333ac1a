import { createRoute } from '@hono/zod-openapi';
import type { PublicEnv } from '@vinculo/identity/access/public-env';
import { access } from '@vinculo/identity/access/route-access';
import { AppError } from '@vinculo/platform/errors';
import { createRouter, json, jsonBody, problems } from '@vinculo/platform/http/routes';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import * as z from 'zod';
import { openHook } from './open-hook';
import { receive } from './receive';
import { inboundBodySchema, receiptSchema } from './schema';

const BODY_MAXIMUM_BYTES = 256 * 1024;
const MESSAGE_ID_MAXIMUM = 256;

const receiveRoute = createRoute({
  method: 'post',
  path: '/hooks/{token}',
  operationId: 'receive_hook',
  tags: ['Inbound hooks'],
  summary: 'Tell of something, as another system',
  description:
    'The address is the secret. A `webhook-id` makes the message take effect once, however often it is sent within a week. Where the hook is signed, the headers are those of Standard Webhooks. 120 messages a minute.',
  ...access('public'),
  request: {
    params: z.object({ token: z.string().max(200) }),
    headers: z.object({
      'webhook-id': z.string().min(1).max(MESSAGE_ID_MAXIMUM).optional(),
      'webhook-timestamp': z.string().max(20).optional(),
      'webhook-signature': z.string().max(2_000).optional(),
    }),
    body: jsonBody(inboundBodySchema),
  },
  responses: {
    202: {
      description: 'The record that it created or changed.',
      content: json(receiptSchema),
    },
    ...problems(400, 401, 402, 403, 404, 409, 413, 422, 429),
  },
});

export function receiveRoutes(catalogue: Catalogue) {
  return createRouter<PublicEnv>().openapi(receiveRoute, async (c) => {
    // What is signed is the text as it came.
    const text = await c.req.text();
    if (Buffer.byteLength(text) > BODY_MAXIMUM_BYTES) {
      throw new AppError(413, 'body.too_large', 'The body may take 256 KB.');
    }
    const headers = c.req.valid('header');
    const id = headers['webhook-id'];
    const message = {
      id,
      timestamp: headers['webhook-timestamp'],
      signature: headers['webhook-signature'],
      body: text,
    };
    const opened = await openHook(c.req.valid('param').token, message, c.var.requestId);
    return c.json(await receive(opened, catalogue, c.req.valid('json'), id), 202);
  });
}
