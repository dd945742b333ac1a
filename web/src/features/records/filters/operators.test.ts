import { describe, expect, it } from 'vitest';
import { conditionFor, isComplete, OPERATORS, operatorOf, operatorsOf } from './operators';

const KINDS = [
  'text',
  'date',
  'dateTime',
  'select',
  'money',
  'user',
  'tags',
  'boolean',
  'reference',
  'emails',
] as const;

describe('the operators of a filter', () => {
  it.each(KINDS)('read back what they wrote, for %s', (kind) => {
    for (const name of operatorsOf(kind)) {
      const { input } = OPERATORS[name];
      const value = input === 'choices' ? ['a'] : input === 'dates' || input === 'numbers' ? ['1', '2'] : 'a';
      expect(operatorOf(kind, conditionFor('field', name, value))).toBe(name);
    }
  });

  it('show a condition that an integration wrote by equality as a choice', () => {
    expect(operatorOf('user', { field: 'ownerId', op: 'eq', value: '@me' })).toBe('isAnyOf');
  });

  it('know when a condition says nothing yet', () => {
    expect(isComplete({ field: 'name', op: 'contains' })).toBe(false);
    expect(isComplete({ field: 'name', op: 'contains', value: '' })).toBe(false);
    expect(isComplete({ field: 'kind', op: 'in', value: [] })).toBe(false);
    expect(isComplete({ field: 'amount', op: 'between', value: [1, null] })).toBe(false);
    expect(isComplete({ field: 'name', op: 'empty' })).toBe(true);
    expect(isComplete({ field: 'isDone', op: 'eq', value: false })).toBe(true);
  });
});
