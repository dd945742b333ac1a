import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWire, toWire, type WireMap } from './attribute-values';

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((n) => n + 0),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;
const item = fc.dictionary(fc.string(), value, { noNullPrototype: true });

describe('attribute values', () => {
  it('are written and read as the SDK writes and reads them', () => {
    fc.assert(
      fc.property(item, (given) => {
        const wire = toWire(given);
        expect(wire).toEqual(marshall(given, { removeUndefinedValues: true }));
        expect(fromWire(wire)).toEqual(unmarshall(JSON.parse(JSON.stringify(wire))));
      }),
    );
  });

  it('carry bytes', () => {
    const wire: WireMap = JSON.parse(JSON.stringify(toWire({ bytes: new Uint8Array([0, 255]) })));
    expect(wire).toEqual({ bytes: { B: 'AP8=' } });
    expect(fromWire(wire)).toEqual({ bytes: new Uint8Array([0, 255]) });
  });

  it('keep a member of any name a member', () => {
    const given = JSON.parse('{"__proto__":"x","constructor":"y"}');
    expect(JSON.stringify(fromWire(toWire(given)))).toBe(JSON.stringify(given));
  });

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    new Date(0),
    new Set(['a']),
    new Map(),
    Symbol('x'),
    () => 1,
    1n,
  ])('are refused where they would not read back as they were: %s', (given) => {
    expect(() => toWire({ given })).toThrow('cannot be stored');
  });

  it('are refused where reading would lose digits', () => {
    expect(() => fromWire({ n: { N: '9007199254740993' } })).toThrow('too large');
  });
});
