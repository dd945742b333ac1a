import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type DestinationRules, parseDestination } from './destination';
import { pinnedLookup, type Resolve, resolveDestination } from './resolve';

export interface OutgoingRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string | undefined;
}

export interface ExchangeOptions extends DestinationRules {
  resolve?: Resolve;
  timeoutMs?: number;
}

export interface OutgoingAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  /** The beginning of what was answered. */
  body: Buffer;
}

const TIMEOUT_MS = 10_000;

/**
 * One request to an address that a tenant chose: HTTPS to a public address that was checked and is the one connected to,
 * no redirects, no cookies, no proxies, ten seconds for everything, at most `keptBytes` of the answer (S18). Throws
 * `DestinationError` for an address that we do not send to, and whatever the connection fails with.
 */
export async function exchange(
  { method, url: text, headers, body }: OutgoingRequest,
  keptBytes: number,
  options: ExchangeOptions = {},
): Promise<OutgoingAnswer> {
  const url = parseDestination(text, options);
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const addresses = await unlessAborted(signal, resolveDestination(url, options, options.resolve));
  const request = url.protocol === 'http:' ? requestHttp : requestHttps;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(url, {
      method,
      headers: { ...headers, ...length },
      signal,
      agent: false,
      lookup: pinnedLookup(addresses),
    });
    outgoing.once('response', resolve);
    // Stays for good: the time may run out while the answer is being read.
    outgoing.on('error', reject);
    outgoing.end(body);
  });
  try {
    const kept = await beginningOf(response, keptBytes);
    return { status: response.statusCode ?? 0, headers: response.headers, body: kept };
  } finally {
    response.destroy();
  }
}

/** A look-up can't be called off, but need not be waited for. */
async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}

/** What came of the answer until it ended, broke off or was long enough; the status has said what matters. */
async function beginningOf(response: IncomingMessage, keptBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      chunks.push(Buffer.from(chunk));
      bytes += chunk.length;
      if (bytes >= keptBytes) break;
    }
  } catch {
    // The status was received whole.
  }
  return Buffer.concat(chunks).subarray(0, keptBytes);
}
