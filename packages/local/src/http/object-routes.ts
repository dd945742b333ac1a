import { Readable, Transform } from 'node:stream';
import { type Context, Hono } from 'hono';
import type { DiskObjects } from '../ports/disk-objects';
import { type ObjectLink, openLink } from '../ports/object-link';

export interface ObjectRoutesOptions {
  objects: DiskObjects;
  secret: string;
  now: () => Date;
}

class TooLargeError extends Error {}

/** Takes and gives objects by sealed links, as S3 does by presigned URLs. */
export function createObjectRoutes({ objects, secret, now }: ObjectRoutesOptions): Hono {
  const routes = new Hono();

  function linkOf(c: Context): ObjectLink | undefined {
    return openLink(secret, c.req.param('token') ?? '', now().getTime());
  }

  routes.put('/files/:token', async (c) => {
    const link = linkOf(c);
    if (!link?.upload) return c.text('This link is not valid, or no longer.', 403);
    const { contentType, maxBytes } = link.upload;
    if (c.req.header('content-type') !== contentType) {
      return c.text(`This link takes ${contentType}.`, 403);
    }
    try {
      await objects.put(link.tenantId, link.name, limited(c.req.raw.body, maxBytes), contentType);
    } catch (error) {
      if (error instanceof TooLargeError) return c.text(`This link takes ${maxBytes} bytes.`, 413);
      throw error;
    }
    return c.body(null, 200);
  });

  routes.get('/files/:token', async (c) => {
    const link = linkOf(c);
    if (!link?.fileName) return c.text('This link is not valid, or no longer.', 403);
    const { tenantId, name, fileName } = link;
    const content = Readable.toWeb(await objects.read(tenantId, name));
    // Node's and the DOM's types of the same stream differ.
    return c.body(content as ReadableStream, 200, {
      'content-type': await objects.contentType(tenantId, name),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
      'cache-control': 'private, no-store',
    });
  });

  return routes;
}

function limited(body: ReadableStream | null, maxBytes: number): Readable {
  if (!body) return Readable.from([]);
  let bytes = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(new TooLargeError());
      else done(null, chunk);
    },
  });
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  source.on('error', (error) => limit.destroy(error));
  limit.on('error', () => source.destroy());
  return source.pipe(limit);
}
