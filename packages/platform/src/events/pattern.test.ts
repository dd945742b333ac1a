import { describe, expect, it } from 'vitest';
import { toDetailTypeFilter } from './pattern';

describe('toDetailTypeFilter', () => {
  it.each([
    ['contact.created', 'contact.created'],
    ['contact.*', { prefix: 'contact.' }],
    ['*.created', { suffix: '.created' }],
    ['*', { prefix: '' }],
  ])('turns %s into the filter EventBridge uses', (pattern, filter) => {
    expect(toDetailTypeFilter(pattern)).toEqual(filter);
  });

  it.each(['con*', '*created', 'a.*.b', '*.*', 'contact.**'])(
    'refuses %s, which would mean something else',
    (pattern) => {
      expect(() => toDetailTypeFilter(pattern)).toThrow(pattern);
    },
  );
});
