import { openCursor, sealCursor } from '@vinculo/platform/http/cursor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const refusal = expect.objectContaining({ status: 400, code: 'cursor.invalid' });
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('a cursor', () => {
  it('opens where it was sealed and nowhere else, whatever tenants, lists and positions there are (P5)', () => {
    const seals = fc.tuple(fc.string(), fc.jsonValue(), fc.jsonValue());
    fc.assert(
      fc.property(seals, fc.string(), fc.jsonValue(), ([secret, scope, position], other, otherScope) => {
        const cursor = sealCursor(secret, scope, position);
        const opened = openCursor(secret, scope, cursor);
        expect(JSON.stringify(opened)).toBe(JSON.stringify(position));
        if (other !== secret) expect(() => openCursor(other, scope, cursor)).toThrow(refusal);
        if (JSON.stringify(otherScope) !== JSON.stringify(scope)) {
          expect(() => openCursor(secret, otherScope, cursor)).toThrow(refusal);
        }
      }),
    );
  });

  it('is refused with any character changed, cut or made up (P5)', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.string(), (at, by, madeUp) => {
        const cursor = sealCursor('secret', 'list', { id: 'con_1' });
        // The last character may hold bits that decoding ignores.
        const position = at % (cursor.length - 1);
        const before = ALPHABET.indexOf(cursor[position] ?? '');
        const changed = ALPHABET[(before + 1 + (by % (ALPHABET.length - 1))) % ALPHABET.length];
        const forged = cursor.slice(0, position) + changed + cursor.slice(position + 1);
        for (const bad of [forged, cursor.slice(0, position), madeUp]) {
          expect(() => openCursor('secret', 'list', bad)).toThrow(refusal);
        }
      }),
    );
  });
});
