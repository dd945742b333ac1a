import type { RoleDraft } from '@vinculo/client/resources/access';
import type { TypeAccess } from '@vinculo/client/types';
import { describe, expect, it } from 'vitest';
import { fieldLevel, levelsOf, withField, withLevel, withoutType } from './role-form';

const all: TypeAccess = { create: 'all', read: 'all', update: 'all', delete: 'all' };

function aDraft(changes: Partial<RoleDraft> = {}): RoleDraft {
  return { name: 'Junior', home: 'sales', permissions: [], types: { '*': all }, fields: {}, ...changes };
}

describe('a role draft', () => {
  it('lets a type follow every type until one of its levels is changed', () => {
    expect(levelsOf(aDraft(), 'lead')).toEqual({ levels: all, isOverridden: false });
    const changed = withLevel(aDraft(), 'lead', 'delete', 'own');
    expect(levelsOf(changed, 'lead')).toEqual({ levels: { ...all, delete: 'own' }, isOverridden: true });
    expect(levelsOf(changed, 'contact').isOverridden).toBe(false);
  });

  it('returns to the inherited levels when an override is undone', () => {
    const changed = withLevel(aDraft(), 'lead', 'delete', 'own');
    expect(withoutType(changed, 'lead')).toEqual(aDraft());
  });

  it('names only the fields that are restricted', () => {
    const hidden = withField(aDraft(), 'account', 'annualRevenue', 'hidden');
    expect(hidden.fields).toEqual({ account: { annualRevenue: 'hidden' } });
    expect(fieldLevel(hidden, 'account', 'name')).toBe('edit');
    expect(withField(hidden, 'account', 'annualRevenue', 'edit')).toEqual(aDraft());
  });
});
