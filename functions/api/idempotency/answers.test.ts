import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { packAnswer, unpackAnswer } from './answers';
import type { KeyedOperation } from './keyed-operations';

const operation = (idempotency: KeyedOperation['idempotency']): KeyedOperation => ({
  name: 'POST /things',
  idempotency,
  status: 201,
  answer: undefined,
  source: undefined,
});

function answer(body: string) {
  const headers = { 'content-type': 'application/json', etag: '"1"', 'set-cookie': 'marker=1' };
  return new Response(body, { status: 201, headers });
}

describe('a stored answer', () => {
  it('gives status, body and headers back, and never a cookie (D1)', async () => {
    const stored = await packAnswer(operation('stored'), answer('{"name":"Ada"}'), 'rights');
    expect(JSON.stringify(stored)).not.toContain('marker');
    const again = unpackAnswer(stored, 'rights');
    expect([again?.status, again?.headers.get('etag'), await again?.text()]).toEqual([
      201,
      '"1"',
      '{"name":"Ada"}',
    ]);
  });

  it.each(['secret', 'rebuilt'] as const)('has no body where it is %s (D1, S13)', async (kind) => {
    const stored = await packAnswer(operation(kind), answer('{"secret":"x"}'), 'rights');
    expect(stored.body).toBeUndefined();
    expect(unpackAnswer(stored, 'rights')).toBeUndefined();
  });

  it('has no body that would be over 100 KB as it is stored (D15)', async () => {
    const sizes = [90, 200].map((kilobytes) => randomBytes(kilobytes * 512).toString('hex'));
    const stored = await Promise.all(sizes.map((body) => packAnswer(operation('stored'), answer(body), 'r')));
    expect(stored.map(({ body }) => body !== undefined)).toEqual([true, false]);
  });

  it('is not given to who has other rights by now (S7)', async () => {
    const stored = await packAnswer(operation('stored'), answer('{}'), 'rights');
    expect(unpackAnswer(stored, 'other rights')).toBeUndefined();
  });
});
