import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysWithin } from './prefix';

const { add, strip } = keysWithin('ten_A#');
const key = fc.string({ minLength: 1 });
const item = fc.record(
  { pk: key, sk: key, gsi1pk: key, gsi1sk: key, gsi4pk: key, name: key, nested: fc.record({ pk: key }) },
  { requiredKeys: ['pk', 'sk'] },
);

describe('keysWithin', () => {
  it('gives back what it was given, whatever the keys hold (T2)', () => {
    fc.assert(
      fc.property(item, (given) => {
        expect(strip(add(given))).toEqual(given);
      }),
    );
  });

  it('puts the tenant before each partition key and before nothing else (T2)', () => {
    fc.assert(
      fc.property(item, (given) => {
        const stored = add(given);
        for (const name of ['pk', 'gsi1pk', 'gsi4pk'] as const) {
          expect(stored[name]).toBe(given[name] === undefined ? undefined : `ten_A#${given[name]}`);
        }
        const { pk: _, gsi1pk: __, gsi4pk: ___, ...rest } = stored;
        const { pk: _p, gsi1pk: _g, gsi4pk: _h, ...before } = given;
        expect(rest).toEqual(before);
      }),
    );
  });

  it('leaves a key of another tenant as it is, so that it is never taken for one’s own', () => {
    expect(strip({ pk: 'ten_B#con_1' })).toEqual({ pk: 'ten_B#con_1' });
  });
});
