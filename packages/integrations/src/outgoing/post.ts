import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type DestinationRules, parseDestination } from './destination';
import { pinnedLookup, type Resolve, resolveDestination } from './resolve';

export interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface PostOptions extends DestinationRules {
  resolve?: Resolve;
  timeoutMs?: number;
}

export interface PostAnswer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The beginning of what was answered, a kilobyte at most. */
  text: string;
}

const TIMEOUT_MS = 10_000;
const KEPT_BYTES = 1_024;

/**
 * Posts to an address that a tenant chose: HTTPS to a public address that was checked and is the one connected to, no
 * redirects, no cookies, no proxies, ten seconds for everything, a kilobyte of the answer (S18). Throws
 * `DestinationError` for an address that we do not send to, and whatever the connection fails with.
 */
export async function post(
  { url: text, headers, body }: Post,
  options: PostOptions = {},
): Promise<PostAnswer> {
  const url = parseDestination(text, options);
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const addresses = await unlessAborted(signal, resolveDestination(url, options, options.resolve));
  const request = url.protocol === 'http:' ? requestHttp : requestHttps;
  const sent = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(url, {
      method: 'POST',
      headers: sent,
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
    return { status: response.statusCode ?? 0, headers: response.headers, text: await beginningOf(response) };
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
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      chunks.push(Buffer.from(chunk));
      bytes += chunk.length;
      if (bytes >= KEPT_BYTES) break;
    }
  } catch {
    // The status was received whole.
  }
  return Buffer.concat(chunks).subarray(0, KEPT_BYTES).toString('utf8').replaceAll('\0', '');
}
