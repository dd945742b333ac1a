import { type Condition, filterParameterSchema, OPERATORS } from '@vinculo/records/lists/condition';
import { matches } from '@vinculo/records/lists/matches';
import type { CrmRecord } from '@vinculo/records/types/record-type';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const scalars = fc.oneof(fc.string({ maxLength: 20 }), fc.integer(), fc.boolean());
const conditions = fc.record<Condition>({
  field: fc.string({ minLength: 1, maxLength: 64 }),
  op: fc.constantFrom(...OPERATORS),
  value: fc.oneof(scalars, fc.array(scalars, { maxLength: 5 })),
});
/** Few values, so that two of them are often the same. */
const numbers = fc.integer({ min: 0, max: 5 });
const words = fc.constantFrom('Ana', 'ana', 'Ána', 'Bea', 'be', '');
const pairs = fc.oneof(fc.tuple(numbers, numbers, numbers), fc.tuple(words, words, words));

function holds(stored: unknown, op: Condition['op'], value?: Condition['value']): boolean {
  return matches({ f: stored } as unknown as CrmRecord, {
    field: 'f',
    op,
    ...(value === undefined ? {} : { value }),
  });
}

describe('a filter in a query', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(fc.array(conditions, { maxLength: 5 }), (filter) => {
        expect(filterParameterSchema.parse(JSON.stringify(filter))).toEqual(filter);
      }),
    );
  });

  it('is refused and never breaks anything, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { success, data, error } = filterParameterSchema.safeParse(text);
        expect(success ? data : error?.issues.length).toBeTruthy();
      }),
    );
  });
});

describe('the operators of a filter', () => {
  it('agree with each other on every value', () => {
    fc.assert(
      fc.property(pairs, ([stored, low, high]) => {
        expect(holds(stored, 'ne', low)).toBe(!holds(stored, 'eq', low));
        expect(holds(stored, 'nin', [low, high])).toBe(!holds(stored, 'in', [low, high]));
        expect(holds(stored, 'in', [low, high])).toBe(holds(stored, 'eq', low) || holds(stored, 'eq', high));
        expect(holds(stored, 'empty')).toBe(!holds(stored, 'notEmpty'));
        expect(holds(stored, 'between', [low, high])).toBe(
          holds(stored, 'gte', low) && holds(stored, 'lte', high),
        );
        expect(holds(stored, 'lt', low)).toBe(!holds(stored, 'gte', low));
        expect(holds(stored, 'gt', low)).toBe(!holds(stored, 'lte', low));
        expect(holds(stored, 'lte', low)).toBe(holds(stored, 'lt', low) || holds(stored, 'eq', low));
        if (holds(stored, 'startsWith', low)) expect(holds(stored, 'contains', low)).toBe(true);
      }),
    );
  });

  it('find no difference between a value alone and in a list of one', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...OPERATORS), ([stored, low, high], op) => {
        const isRange = op === 'between' || op === 'in' || op === 'nin';
        const value = isRange ? [low, high] : low;
        expect(holds([stored], op, value as Condition['value'])).toBe(
          holds(stored, op, value as Condition['value']),
        );
      }),
    );
  });
});
