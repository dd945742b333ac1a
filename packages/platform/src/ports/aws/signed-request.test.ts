import { createHash, createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { s3Objects } from './objects';
import { AwsRequestError, sendSigned } from './signed-request';

const SECRET = 'secret/with+signs';

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', SECRET);
  vi.stubEnv('AWS_SESSION_TOKEN', 'token/with+signs=');
  vi.stubEnv('AWS_ENDPOINT_URL', undefined);
  vi.stubEnv('OBJECTS_BUCKET', 'bucket');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const reserved = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Signature Version 4 as S3 checks it: from the address and headers as they arrive, by the published recipe. */
function isSignedFor(method: string, address: string, headers: Record<string, string>): boolean {
  const url = new URL(address);
  const query = [...url.searchParams].filter(([name]) => name !== 'X-Amz-Signature');
  const value = (name: string) => url.searchParams.get(name) ?? '';
  const names = value('X-Amz-SignedHeaders').split(';');
  const all: Record<string, string> = { host: url.host, ...headers };
  const canonical = [
    method,
    url.pathname,
    query
      .map(([name, text]) => `${reserved(name)}=${reserved(text)}`)
      .toSorted()
      .join('&'),
    ...names.map((name) => `${name}:${all[name] ?? ''}`),
    '',
    names.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const [, date = '', region = '', service = ''] = value('X-Amz-Credential').split('/');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', value('X-Amz-Date'), scope, sha256(canonical)].join('\n');
  const key = [date, region, service, 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${SECRET}`));
  return hmac(key, toSign).toString('hex') === value('X-Amz-Signature');
}

describe('links to objects', () => {
  const upload = { contentType: 'text/csv', maxBytes: 42 };
  const sent = { 'content-type': 'text/csv', 'content-length': '42' };

  it('take one PUT of exactly the announced type and length', async () => {
    const url = await s3Objects().uploadUrl('ten_1', 'files/fil_1', upload);
    expect(url).toMatch(/^https:\/\/bucket\.s3\.eu-west-1\.amazonaws\.com\/ten_1\/files\/fil_1\?/);
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('900');
    expect(isSignedFor('PUT', url, sent)).toBe(true);
    expect(isSignedFor('PUT', url, { ...sent, 'content-length': '43' })).toBe(false);
    expect(isSignedFor('PUT', url, { ...sent, 'content-type': 'text/html' })).toBe(false);
    expect(isSignedFor('GET', url, sent)).toBe(false);
  });

  it('do not open another object', async () => {
    const url = await s3Objects().uploadUrl('ten_1', 'files/fil_1', upload);
    expect(isSignedFor('PUT', url.replace('ten_1', 'ten_2'), sent)).toBe(false);
  });

  it('name a download in any script, and cannot break out of the header', async () => {
    const url = await s3Objects().downloadUrl('ten_1', 'exports/e (1)', 'España "2026"\r\n*.csv');
    expect(isSignedFor('GET', url, {})).toBe(true);
    expect(new URL(url).searchParams.get('response-content-disposition')).toBe(
      `attachment; filename="Espa_a _2026___*.csv"; filename*=UTF-8''Espa%C3%B1a%20%222026%22%0D%0A%2A.csv`,
    );
  });
});

describe('sendSigned', () => {
  let server: Server;
  let statuses: number[];
  let seen: number;
  let url: URL;

  beforeEach(async () => {
    seen = 0;
    server = createServer((_, response) => {
      response.statusCode = statuses[seen] ?? 200;
      seen += 1;
      response.end('answer');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
  });

  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
  });

  const request = () => ({ service: 'sqs', method: 'POST', url, body: '{}' }) as const;

  it('tries again while the service is busy', async () => {
    statuses = [503, 429, 200];
    expect((await sendSigned(request())).status).toBe(200);
    expect(seen).toBe(3);
  });

  it('gives up after four tries and says what was answered', async () => {
    statuses = [500, 500, 500, 500, 200];
    await expect(sendSigned(request())).rejects.toThrow('sqs answered POST with 500: answer');
    expect(seen).toBe(4);
  });

  it('does not repeat what the service refuses', async () => {
    statuses = [400];
    await expect(sendSigned(request())).rejects.toBeInstanceOf(AwsRequestError);
    expect(seen).toBe(1);
  });

  it('leaves the answers that a caller expects to the caller', async () => {
    statuses = [404];
    expect((await sendSigned(request(), [404])).status).toBe(404);
  });
});
