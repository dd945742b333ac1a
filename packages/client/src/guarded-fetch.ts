import { networkProblem, problemFromResponse } from './problem';

export interface ClientOptions {
  /** Where the API lives, without the trailing slash, e.g. `/api/v1` or `https://crm.example.com/api/v1`. */
  baseUrl: string;
  fetch?: (request: Request) => Promise<Response>;
  credentials?: RequestCredentials;
  /** Sent with every call, e.g. an authorization header. */
  headers?: Record<string, string>;
}

export type GuardedFetch = (request: Request) => Promise<Response>;

/**
 * A `fetch` that carries what every call of ours needs (cookies, the CSRF header, an idempotency key on POST)
 * and that resolves only for a success: everything else rejects with a `VinculoProblem`.
 */
export function createGuardedFetch(options: ClientOptions): GuardedFetch {
  const send = options.fetch ?? ((request: Request) => globalThis.fetch(request));
  return async function guardedFetch(request) {
    addHeaders(request, options.headers);
    const response = await send(request).catch((cause: unknown) => {
      if (request.signal.aborted) throw cause;
      throw networkProblem(cause);
    });
    if (!response.ok) throw await problemFromResponse(response);
    return response;
  };
}

function addHeaders(request: Request, extra: Record<string, string> = {}): void {
  for (const [name, value] of Object.entries(extra)) request.headers.set(name, value);
  if (request.method === 'GET') return;
  request.headers.set('x-vinculo-csrf', '1');
  if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
    request.headers.set('idempotency-key', crypto.randomUUID());
  }
}
