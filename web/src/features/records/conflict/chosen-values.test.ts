import { describe, expect, it } from 'vitest';
import { chosenValues } from './chosen-values';

const conflicts = [
  { field: 'name', original: 'A', mine: 'B', theirs: 'C' },
  { field: 'city', original: undefined, mine: 'X', theirs: 'Y' },
];

describe('the answer to a conflict', () => {
  it('writes nothing where theirs stays', () => {
    expect(chosenValues(conflicts, () => 'theirs')).toEqual({});
  });

  it('writes mine, or what it was before either of us, for each field alone', () => {
    expect(chosenValues(conflicts, (field) => (field === 'name' ? 'mine' : 'theirs'))).toEqual({ name: 'B' });
    expect(chosenValues(conflicts, () => 'original')).toEqual({ name: 'A', city: null });
  });
});
