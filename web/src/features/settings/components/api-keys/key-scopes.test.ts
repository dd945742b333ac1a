import { describe, expect, it } from 'vitest';
import { keyLevel, leastLevel, withKeyLevel, withScope } from './key-scopes';

describe('the scopes of a key in its form', () => {
  it('hold one level for a type, and leave all others alone', () => {
    const read = withKeyLevel(['records.export', '*:read'], 'contact', 'read');
    expect(read).toEqual(['records.export', '*:read', 'contact:read']);
    const written = withKeyLevel(read, 'contact', 'write');
    expect(written).toEqual(['records.export', '*:read', 'contact:write']);
    expect(keyLevel(written, 'contact')).toBe('write');
    expect(withKeyLevel(written, 'contact', 'none')).toEqual(['records.export', '*:read']);
  });

  it('give a type at least what every type has', () => {
    expect(leastLevel(['*:read'], 'contact')).toBe('read');
    expect(leastLevel(['*:read'], '*')).toBe('none');
    expect(leastLevel(['account:write'], 'contact')).toBe('none');
  });

  it('hold a permission once', () => {
    const once = withScope(['records.export'], 'records.export', true);
    expect(once).toEqual(['records.export']);
    expect(withScope(once, 'records.export', false)).toEqual([]);
  });
});
