import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Checksum, HttpRequest, SourceData } from '@smithy/types';
import { type AwsRequest, escaped, region } from './aws-request';
import { requiredVariable } from './environment';

const MAX_ATTEMPTS = 4;
const TIMEOUT_MS = 20_000;

/** A service's answer that is neither success nor expected by the caller. */
export class AwsRequestError extends Error {
  constructor(
    { service, method }: AwsRequest,
    readonly status: number,
    detail: string,
  ) {
    super(`${service} answered ${method} with ${status}: ${detail.slice(0, 300)}`);
    this.name = 'AwsRequestError';
  }
}

/**
 * Sends a signed request, and again with jittered pauses while the service is busy or does not answer. Returns any
 * answer below 400 or listed in `expected`; throws `AwsRequestError` otherwise.
 */
export async function sendSigned(request: AwsRequest, expected: readonly number[] = []): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptOnce(request).catch((error: unknown) => ({ error }));
    const isLast = attempt === MAX_ATTEMPTS;
    if ('error' in outcome) {
      if (isLast) throw outcome.error;
    } else {
      if (outcome.status < 400 || expected.includes(outcome.status)) return outcome;
      if (isLast || !isBusy(outcome.status)) {
        throw new AwsRequestError(request, outcome.status, await outcome.text());
      }
      await outcome.body?.cancel();
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 100 * 2 ** attempt));
  }
}

/** The address of one request, signed so that whoever holds it may make it until it expires. */
export async function presigned(request: AwsRequest, expiresInSeconds: number): Promise<string> {
  // The body is not known yet, and S3 has a word for that.
  const headers = { ...request.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
  const unsigned = toSmithy({ ...request, headers });
  const { query = {} } = await signer(request).presign(unsigned, { expiresIn: expiresInSeconds });
  const pairs = Object.entries(query).map(([name, value]) => `${escaped(name)}=${escaped(String(value))}`);
  return `${request.url.origin}${request.url.pathname}?${pairs.join('&')}`;
}

async function attemptOnce(request: AwsRequest): Promise<Response> {
  const { headers } = await signer(request).sign(toSmithy(request));
  const { host: _, ...sent } = headers;
  return fetch(request.url, {
    method: request.method,
    headers: sent,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(request.body === undefined ? {} : { body: request.body }),
  });
}

function isBusy(status: number): boolean {
  return status === 429 || status >= 500;
}

function signer({ service }: AwsRequest): SignatureV4 {
  const sessionToken = process.env.AWS_SESSION_TOKEN;
  return new SignatureV4({
    service,
    region: region(),
    sha256: Sha256,
    uriEscapePath: service !== 's3',
    credentials: {
      accessKeyId: requiredVariable('AWS_ACCESS_KEY_ID'),
      secretAccessKey: requiredVariable('AWS_SECRET_ACCESS_KEY'),
      ...(sessionToken ? { sessionToken } : {}),
    },
  });
}

function toSmithy({ method, url, headers = {}, body }: AwsRequest): HttpRequest {
  return {
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port ? { port: Number(url.port) } : {}),
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, ...headers },
    ...(body === undefined ? {} : { body }),
  };
}

/** SHA-256, or its HMAC where a secret is given, in the form that the signer asks for. */
class Sha256 implements Checksum {
  private readonly hash;

  constructor(secret?: SourceData) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }

  update(chunk: Uint8Array): void {
    this.hash.update(chunk);
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  reset(): void {
    throw new Error('A hash is used once.');
  }
}

function bytesOf(data: SourceData): string | Uint8Array {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
