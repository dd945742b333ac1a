import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { deferred } from '../../deferred';
import { NotFoundError } from '../../errors';
import type { Objects } from '../objects';
import { type AwsRequest, escaped, region } from './aws-request';
import { ENVIRONMENT, requiredVariable } from './environment';
import { presigned, sendSigned } from './sending';

const { putInParts } = deferred(() => import('./multipart'), 'putInParts');

const LINK_SECONDS = 15 * 60;

/** Amazon S3. A tenant's objects are under its id, which is also what the functions' grants are limited to. */
export function s3Objects(): Objects {
  const bucket = requiredVariable(ENVIRONMENT.objectsBucket);
  const request = (
    method: AwsRequest['method'],
    tenantId: string,
    name: string,
    headers: Record<string, string> = {},
  ): AwsRequest => ({ service: 's3', method, url: addressOf(bucket, tenantId, name), headers });

  return {
    async put(tenantId, name, body, contentType) {
      const target = request('PUT', tenantId, name, { 'content-type': contentType });
      if (body instanceof Readable) return putInParts(target, body);
      await sendSigned({ ...target, body: typeof body === 'string' ? body : new Uint8Array(body) });
    },

    async read(tenantId, name, range) {
      const headers: Record<string, string> = range ? { range: rangeHeader(range) } : {};
      const response = await sendSigned(request('GET', tenantId, name, headers), [404, 416]);
      if (response.status === 404) throw new NotFoundError();
      // A range that begins behind the end of the object holds nothing.
      if (response.status === 416 || !response.body) return Readable.from([]);
      return Readable.fromWeb(response.body as ReadableStream);
    },

    async size(tenantId, name) {
      const response = await sendSigned(request('HEAD', tenantId, name), [404]);
      return response.status === 404 ? undefined : Number(response.headers.get('content-length'));
    },

    async remove(tenantId, name) {
      await sendSigned(request('DELETE', tenantId, name), [404]);
    },

    // S3 holds an upload to one exact length or to none, so `maxBytes` is the length that the client announced.
    async uploadUrl(tenantId, name, { contentType, maxBytes }) {
      const headers = { 'content-type': contentType, 'content-length': String(maxBytes) };
      return presigned(request('PUT', tenantId, name, headers), LINK_SECONDS);
    },

    async downloadUrl(tenantId, name, fileName) {
      const target = request('GET', tenantId, name);
      target.url.searchParams.set('response-content-disposition', attachment(fileName));
      return presigned(target, LINK_SECONDS);
    },
  };
}

function addressOf(bucket: string, tenantId: string, name: string): URL {
  const key = [tenantId, ...name.split('/')].map(escaped).join('/');
  const emulator = process.env.AWS_ENDPOINT_URL;
  return new URL(
    emulator ? `${emulator}/${bucket}/${key}` : `https://${bucket}.s3.${region()}.amazonaws.com/${key}`,
  );
}

/** Ours ends before `end`, HTTP's includes it. */
function rangeHeader({ start, end }: { start: number; end?: number }): string {
  return `bytes=${start}-${end === undefined ? '' : end - 1}`;
}

/** Plain for old clients, encoded for the others (RFC 6266). */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${escaped(fileName)}`;
}
