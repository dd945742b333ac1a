import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCursor, sealCursor } from './cursor';

const scope = { list: 'contact', filter: [{ field: 'ownerId', op: 'eq', value: '@me' }], sort: '' };
const refusal = expect.objectContaining({ status: 400, code: 'cursor.invalid' });

describe('cursor', () => {
  it('opens to the position that was sealed, and is fit for a URL (P5)', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (position, secret) => {
        const cursor = sealCursor(secret, scope, position);
        expect(openCursor(secret, scope, cursor)).toEqual(JSON.parse(JSON.stringify(position)));
        expect(encodeURIComponent(cursor)).toBe(cursor);
      }),
    );
  });

  it('opens neither for another tenant nor for another list, filter or order (P5)', () => {
    const cursor = sealCursor('secret', scope, 'x');
    for (const [secret, other] of [
      ['another', scope],
      ['secret', { ...scope, list: 'account' }],
      ['secret', { ...scope, filter: [] }],
      ['secret', { ...scope, sort: '-name' }],
    ] as const) {
      expect(() => openCursor(secret, other, cursor)).toThrow(refusal);
    }
  });

  it('is refused when anything of it changed, and so is anything else (P5)', () => {
    const cursor = sealCursor('secret', scope, { sk: 'abc' });
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.constantFrom(...'AZaz09-_.'), (at, letter) => {
        fc.pre(cursor[at] !== letter);
        const forged = cursor.slice(0, at) + letter + cursor.slice(at + 1);
        expect(() => openCursor('secret', scope, forged)).toThrow(refusal);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => openCursor('secret', scope, text)).toThrow(refusal);
      }),
    );
  });

  it('does not tell the position (S10)', () => {
    const cursor = sealCursor('secret', scope, 'lovelace\u0001con_1');
    const bytes = Buffer.from(cursor, 'base64url').toString('latin1');
    expect(`${cursor} ${bytes}`).not.toMatch(/lovelace|con_1/);
    expect(sealCursor('secret', scope, 'lovelace\u0001con_1')).not.toBe(cursor);
  });
});
