import { OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { createRoute } from '@hono/zod-openapi';
import { access } from '@vinculo/identity/access/route-access';
import { createRouter, json } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { BASE_PATH } from './base-path';
import { describeRefusals } from './document/describe-refusals';
import { describeVersion } from './document/describe-version';
import type { ApiEnv } from './env';
import { describeKeys } from './idempotency/describe-keys';
import { describeRates } from './rates/describe-rates';
import type { Routes } from './route-groups';

const DESCRIPTION = `Errors are problem documents with a stable \`code\`. Lists are cursor pages. Changes carry the
version they were made on in \`If-Match\`. \`x-access\` says who may call an operation: anybody (\`public\`), any user on
what is theirs or meant for all (\`self\`), users whose rights on the record type allow it (\`record\`), or users with the
named permission. A program authenticates by an API key, \`Authorization: Bearer vnc_…\`, and is what its role and scopes allow;
\`x-for-people\` marks operations that refuse keys.`;

const PATH = '/openapi.json';
export const DOCUMENT_PATH = BASE_PATH + PATH;

const documentRoute = createRoute({
  method: 'get',
  path: PATH,
  operationId: 'get_document',
  tags: ['About'],
  summary: 'This document',
  ...access('public'),
  responses: {
    200: {
      description: 'OpenAPI 3.1.',
      content: json(z.record(z.string(), z.unknown())),
    },
  },
});

/** Serves the description of what `load` gives, and of itself. */
export function documentRoutes(load: () => Promise<Routes[]>): Routes {
  let document: Promise<object> | undefined;
  return createRouter<ApiEnv>().openapi(documentRoute, async (c) => {
    document ??= load().then(describe);
    return c.json({ ...(await document) }, 200);
  });
}

/** OpenAPI 3.1, from the same schemas that validate. */
function describe(groups: readonly Routes[]): object {
  const definitions = groups.flatMap(({ openAPIRegistry }) => openAPIRegistry.definitions);
  const generated = new OpenApiGeneratorV31(definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Vinculo', version: '1', description: DESCRIPTION },
    servers: [{ url: BASE_PATH }],
  });
  describeRefusals(generated);
  const document = describeVersion(generated);
  const session = { type: 'apiKey', in: 'cookie', name: '__Host-session' };
  const apiKey = { type: 'http', scheme: 'bearer', description: 'The secret of an API key.' };
  describeKeys(document);
  describeRates(document);
  return { ...document, components: { ...document.components, securitySchemes: { session, apiKey } } };
}
