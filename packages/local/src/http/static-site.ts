import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { webHeaders } from '@vinculo/platform/http/web-headers';
import { type Context, Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';

// The same rule as the deployed site's: the client's own addresses name no file, and a missing file stays a miss.
const NAMES_A_FILE = /\.(css|html|ico|js|json|map|png|svg|txt|webmanifest|woff2)$/;

/** Serves the built web client from `folder` with the headers and the caching of the deployed site. */
export function createStaticSite(folder: string): Hono {
  const site = new Hono();
  site.get('*', async (c) => {
    const path = decodeURIComponent(new URL(c.req.url).pathname);
    const name = NAMES_A_FILE.test(path) ? path : '/index.html';
    return (await answerFile(c, folder, name)) ?? c.text('There is no such file.', 404, webHeaders());
  });
  site.onError((error, c) => {
    if (error instanceof URIError) return c.text('This address is malformed.', 400, webHeaders());
    throw error;
  });
  return site;
}

async function answerFile(c: Context, folder: string, name: string): Promise<Response | undefined> {
  const file = join(folder, normalize(name));
  const found = await stat(file).catch(() => undefined);
  if (!file.startsWith(folder) || !found?.isFile()) return undefined;
  const etag = `"${found.size.toString(36)}-${found.mtimeMs.toString(36)}"`;
  const headers = {
    ...webHeaders(),
    etag,
    'cache-control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  const type = getMimeType(name) ?? 'application/octet-stream';
  const content = Readable.toWeb(createReadStream(file));
  // Node's and the DOM's types of the same stream differ.
  return c.body(content as ReadableStream, 200, {
    ...headers,
    'content-type': type,
    'content-length': String(found.size),
  });
}
