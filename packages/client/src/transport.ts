import type { ClientOptions, GuardedFetch } from './guarded-fetch';

export interface RequestOptions {
  query?: Record<string, unknown>;
  /** The version the caller last saw; becomes `If-Match`, so that a stale write is refused with 412. */
  version?: number | undefined;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** One HTTP call; resolves to the parsed body and rejects with a `VinculoProblem`. */
export interface Transport {
  get<T>(path: string, options?: RequestOptions): Promise<T>;
  post<T>(path: string, body?: unknown, options?: RequestOptions): Promise<T>;
  put<T>(path: string, body?: unknown, options?: RequestOptions): Promise<T>;
  patch<T>(path: string, body: unknown, options?: RequestOptions): Promise<T>;
  delete<T = void>(path: string, options?: RequestOptions): Promise<T>;
}

/** For the paths that are only known at run time, because they come from a record type. */
export function createTransport(options: ClientOptions, send: GuardedFetch): Transport {
  async function call<T>(method: string, path: string, request: RequestOptions = {}, body?: unknown) {
    const response = await send(
      new Request(absolute(options.baseUrl) + path + queryString(request.query), {
        method,
        credentials: options.credentials ?? 'same-origin',
        headers: headersOf(request, body),
        body: body === undefined ? null : JSON.stringify(body),
        signal: request.signal ?? null,
      }),
    );
    return readBody<T>(response);
  }
  return {
    get: (path, request) => call('GET', path, request),
    post: (path, body, request) => call('POST', path, request, body),
    put: (path, body, request) => call('PUT', path, request, body),
    patch: (path, body, request) => call('PATCH', path, request, body),
    delete: (path, request) => call('DELETE', path, request),
  };
}

/** A path segment made of something a user or a record holds. */
export function segment(value: string): string {
  return encodeURIComponent(value);
}

function headersOf(request: RequestOptions, body: unknown): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(request.version === undefined ? {} : { 'if-match': `"${request.version}"` }),
    ...request.headers,
  };
}

/** Arrays of plain values become `a,b`, anything else structured becomes JSON; what is not set is left out. */
function queryString(query: Record<string, unknown> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    if (Array.isArray(value) && value.length === 0) continue;
    params.set(name, serialize(value));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

function serialize(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** `Request` wants an absolute address outside a document. */
function absolute(baseUrl: string): string {
  const isRelative = baseUrl.startsWith('/') && typeof location !== 'undefined';
  return isRelative ? location.origin + baseUrl : baseUrl;
}

async function readBody<T>(response: Response): Promise<T> {
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  return (isJson && text ? JSON.parse(text) : text || undefined) as T;
}
