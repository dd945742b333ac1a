import type { ProblemBody, ProblemError } from './types';

/**
 * Every failed call rejects with this: the API's `application/problem+json`, or its nearest equivalent when
 * the answer never came (`network`) or was not a problem (`http.<status>`).
 */
export class VinculoProblem extends Error {
  override readonly name = 'VinculoProblem';
  readonly code: string;
  readonly status: number;
  readonly detail: string | undefined;
  readonly errors: ProblemError[];
  readonly requestId: string | undefined;
  readonly body: ProblemBody;
  /** Seconds to wait before trying again, from `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(body: ProblemBody, options: { retryAfter?: number | undefined; cause?: unknown } = {}) {
    super(body.detail ?? body.title, { cause: options.cause });
    this.body = body;
    this.code = body.code;
    this.status = body.status;
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.requestId = body.requestId;
    this.retryAfter = options.retryAfter;
  }

  /** True for failures that may pass by themselves, so that a safe call may be made again. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 503 || this.status === 502 || this.status === 504;
  }
}

/** Reads a failed response into a problem, whatever its body turns out to be. */
export async function problemFromResponse(response: Response): Promise<VinculoProblem> {
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  const text = await response.text().catch(() => '');
  return new VinculoProblem(parseBody(text, response), { retryAfter });
}

/** The call got no answer: offline, refused, or cut. */
export function networkProblem(cause: unknown): VinculoProblem {
  return new VinculoProblem(
    { type: 'about:blank', title: 'The server could not be reached', status: 0, code: 'network' },
    { cause },
  );
}

function parseBody(text: string, response: Response): ProblemBody {
  const requestId = response.headers.get('x-request-id');
  const fallback: ProblemBody = {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
    code: `http.${response.status}`,
    ...(requestId ? { requestId } : {}),
  };
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? { ...fallback, ...body } : fallback;
  } catch {
    return fallback;
  }
}
