import { AppError } from '@vinculo/platform/errors';
import {
  API_VERSIONS,
  apiVersionSchema,
  asOf,
  NEWEST_API_VERSION,
  VERSION_HEADER,
} from '@vinculo/platform/http/api-versions';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { ApiEnv } from './env';

/**
 * Answers in the version of the API that the request names, else in the one that its key was made for, else in the
 * newest; and says which that was. Throws 400 `version.unknown` for a date that is none of them.
 */
export const speakVersion: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const asked = readVersion(c);
  await next();
  const { principal } = c.var;
  const version = asked ?? (principal?.kind === 'api_key' ? principal.key.apiVersion : NEWEST_API_VERSION);
  if (version < NEWEST_API_VERSION && isJson(c.res)) await retell(c, version);
  c.res.headers.set(VERSION_HEADER, version);
};

function readVersion(c: Context): string | undefined {
  const header = c.req.header(VERSION_HEADER);
  if (header === undefined || apiVersionSchema.safeParse(header).success) return header;
  throw new AppError(
    400,
    'version.unknown',
    `There is no such version. Ask for ${API_VERSIONS.join(', ')}.`,
    {
      extra: { versions: API_VERSIONS },
    },
  );
}

async function retell(c: Context<ApiEnv>, version: string): Promise<void> {
  const { status, headers } = c.res;
  const body = asOf(version, await c.res.json(), routePath(c, -1));
  c.res = new Response(JSON.stringify(body), { status, headers });
}

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('application/json') ?? false;
}
