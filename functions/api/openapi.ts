import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import * as z from 'zod';
import { BASE_PATH } from './base-path';
import type { ApiEnv } from './env';

const DESCRIPTION = `Errors are problem documents with a stable \`code\`. Lists are cursor pages. Changes carry the
version they were made on in \`If-Match\`. \`x-access\` says who may call an operation: anybody (\`public\`), any user on
what is theirs (\`self\`), users whose rights on the record type allow it (\`record\`), or users with the named permission.`;

const PATH = '/openapi.json';
export const DOCUMENT_PATH = BASE_PATH + PATH;

const documentRoute = createRoute({
  method: 'get',
  path: PATH,
  tags: ['About'],
  summary: 'This document',
  ...access('public'),
  responses: {
    200: {
      description: 'OpenAPI 3.1.',
      content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } },
    },
  },
});

export function addOpenApi(api: OpenAPIHono<ApiEnv>): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-session',
  });
  let document: Promise<object> | undefined;
  api.openapi(documentRoute, async (c) => {
    document ??= openApiDocument(api);
    return c.json({ ...(await document) }, 200);
  });
}

/** OpenAPI 3.1, from the same schemas that validate. What makes it is read only for whoever asks for it. */
async function openApiDocument(api: OpenAPIHono<ApiEnv>): Promise<object> {
  const { OpenApiGeneratorV31 } = await import('@asteasolutions/zod-to-openapi');
  return new OpenApiGeneratorV31(api.openAPIRegistry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Vinculo', version: '1', description: DESCRIPTION },
    servers: [{ url: BASE_PATH }],
  });
}
