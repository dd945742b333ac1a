import { type ExchangeOptions, exchange } from './exchange';

export interface FetchOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Far more than any document of a provider. */
const KEPT_BYTES = 512 * 1_024;

/**
 * `fetch` for a library that calls addresses which a tenant chose: as `exchange` does, so that neither a redirect nor DNS
 * leads it into our network (S18). Bodies are text or forms.
 */
export function guardedFetch(options: ExchangeOptions = {}) {
  return async function fetchGuarded(
    url: string,
    { method = 'GET', headers = {}, body }: FetchOptions = {},
  ): Promise<Response> {
    if (method !== 'GET' && method !== 'POST') throw new TypeError(`${method} is never sent`);
    const sent = body === undefined || body === null ? undefined : String(body);
    const answer = await exchange({ method, url, headers, body: sent }, KEPT_BYTES, options);
    const hasNoBody = answer.status === 204 || answer.status === 304;
    return new Response(hasNoBody ? null : new Uint8Array(answer.body), {
      status: answer.status,
      headers: Object.entries(answer.headers).flatMap(
        ([name, value]): Array<[string, string]> => [value ?? []].flat().map((one) => [name, one]),
      ),
    });
  };
}
