import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as z from 'zod';
import type { AppError, FieldError } from '../errors';

/** RFC 9457, with a stable `code`, field errors and the request's id. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    errors: z
      .array(
        z.object({
          pointer: z.string(),
          code: z.string(),
          detail: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      )
      .optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not logged in',
  402: 'Trial ended',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Not acceptable',
  428: 'Version required',
  429: 'Too many requests',
  503: 'Busy',
};

export function toProblem(error: AppError, requestId: string): Problem & Record<string, unknown> {
  return {
    ...error.extra,
    type: 'about:blank',
    title: TITLES[error.status] ?? 'Error',
    status: error.status,
    detail: error.message,
    code: error.code,
    ...(error.errors.length > 0 ? { errors: error.errors } : {}),
    requestId,
  };
}

export function problemResponse(c: Context, error: AppError, requestId: string): Response {
  return c.json(toProblem(error, requestId), error.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
    ...error.headers,
  });
}

/** Names each refused part by JSON pointer, with the zod issue's code as ours. */
export function fieldErrors(
  error: z.core.$ZodError,
  source: 'body' | 'query' | 'param' = 'body',
): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return path.map((parts) => ({
      pointer: source === 'body' ? toPointer(parts) : `?${parts.map(String).join('.')}`,
      code: issue.code === 'custom' ? String(issue.params?.code ?? 'invalid') : issue.code,
      detail: issue.message,
      ...limitsOf(issue),
    }));
  });
}

function limitsOf(issue: z.core.$ZodIssue): { params?: Record<string, number> } {
  if (issue.code === 'too_big') return { params: { maximum: Number(issue.maximum) } };
  if (issue.code === 'too_small') return { params: { minimum: Number(issue.minimum) } };
  return {};
}

/** The whole body is the empty pointer; `/` would be its member without a name. */
function toPointer(path: PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
