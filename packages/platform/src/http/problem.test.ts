import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { InvalidError } from '../errors';
import { fieldErrors, toProblem } from './problem';

const schema = z.strictObject({
  name: z.string().min(2).max(4),
  'a/b~c': z.number().optional(),
  list: z.array(z.object({ value: z.email() })).optional(),
  free: z
    .string()
    .refine((text) => text === 'yes', { params: { code: 'free.not_yes' } })
    .optional(),
});

function errorsOf(body: unknown, source?: 'body' | 'query') {
  const { error } = schema.safeParse(body);
  return error ? fieldErrors(error, source) : [];
}

describe('fieldErrors', () => {
  it.each([
    [{ name: 'x' }, { pointer: '/name', code: 'too_small', params: { minimum: 2 } }],
    [{ name: 'xxxxx' }, { pointer: '/name', code: 'too_big', params: { maximum: 4 } }],
    [
      { name: 'xx', extra: 1 },
      { pointer: '/extra', code: 'unrecognized_keys' },
    ],
    [
      { name: 'xx', 'a/b~c': 'x' },
      { pointer: '/a~1b~0c', code: 'invalid_type' },
    ],
    [{ name: 'xx', list: [{ value: 'a@b.example' }, { value: '' }] }, { pointer: '/list/1/value' }],
    [
      { name: 'xx', free: 'no' },
      { pointer: '/free', code: 'free.not_yes' },
    ],
    [[], { pointer: '', code: 'invalid_type' }],
    [null, { pointer: '', code: 'invalid_type' }],
  ])('points into %j by RFC 6901', (body, expected) => {
    expect(errorsOf(body)).toMatchObject([expected]);
  });

  it('names a query parameter', () => {
    expect(errorsOf({ name: 'x' }, 'query')).toMatchObject([{ pointer: '?name' }]);
  });

  it('repeats nothing of what was sent', () => {
    const secret = 'my-secret-value';
    expect(JSON.stringify(errorsOf({ name: secret, list: [{ value: secret }], free: secret }))).not.toContain(
      secret,
    );
  });
});

describe('toProblem', () => {
  it('lets no extra member replace one that has a meaning', () => {
    const error = new InvalidError('x.y', 'No.', {
      extra: { status: 200, code: 'fine', current: { id: 1 } },
    });
    expect(toProblem(error, 'req_1')).toEqual({
      type: 'about:blank',
      title: 'Not acceptable',
      status: 422,
      detail: 'No.',
      code: 'x.y',
      current: { id: 1 },
      requestId: 'req_1',
    });
  });
});
