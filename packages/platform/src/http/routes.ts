import { OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from 'hono';
import type * as z from 'zod';
import { invalidInput } from '../errors';
import { fieldErrors, problemSchema } from './problem';

/** A router whose refused inputs become 422 problems naming each part. */
export function createRouter<E extends Env>(): OpenAPIHono<E> {
  return new OpenAPIHono<E>({
    defaultHook: (result) => {
      if (result.success) return;
      const source = result.target === 'json' ? 'body' : result.target === 'param' ? 'param' : 'query';
      throw invalidInput(fieldErrors(result.error, source), result.error);
    },
  });
}

/** JSON of this shape, as the content of an answer. */
export function json<S extends z.ZodType>(schema: S) {
  return { 'application/json': { schema } } as const;
}

/** A body of this shape, which can't be left out. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: json(schema) } as const;
}

/** The problem answers of an operation, for its OpenAPI description. */
export function problems<S extends number>(...statuses: S[]) {
  const content = { 'application/problem+json': { schema: problemSchema } };
  const entries = statuses.map((status) => [
    status,
    { description: DESCRIPTIONS[status] ?? 'Problem', content },
  ]);
  return Object.fromEntries(entries) as Record<S, { description: string; content: typeof content }>;
}

const DESCRIPTIONS: Record<number, string> = {
  400: 'The request cannot be read.',
  401: 'There is no valid session.',
  402: 'The trial has ended; the tenant is read-only.',
  403: 'The role does not allow this.',
  404: 'There is nothing here for this actor.',
  409: 'It conflicts with what is there.',
  412: 'The record changed since it was read.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
  422: 'Some of the input is not acceptable; `errors` names it.',
  428: 'If-Match is missing.',
  429: 'Too many requests; see Retry-After.',
};
