import type { Access } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../types/catalogue';
import type { RecordType } from '../types/record-type';
import { describeTypes } from './describe';

const label = { en: 'Thing', es: 'Cosa' };
const base = { labels: { one: label, many: label }, icon: 'box', color: 'blue' };

const shelf: RecordType = {
  ...base,
  name: 'shelf',
  plural: 'shelves',
  idPrefix: 'she',
  fields: {
    name: { kind: 'text', labels: label, isRequired: true, inCard: true },
    cost: { kind: 'money', labels: label },
    note: { kind: 'longText', labels: label },
  },
  title: ['name'],
  subtitle: 'cost',
  indexes: { sort: 'name' },
  search: ['name', 'cost'],
  duplicates: [{ name: 'cost', fields: ['cost'] }],
  relations: [{ name: 'books', type: 'book', by: 'shelfId', labels: label }],
  defaultColumns: ['name', 'cost'],
};
const book: RecordType = {
  ...base,
  name: 'book',
  plural: 'books',
  idPrefix: 'boo',
  fields: { shelfId: { kind: 'reference', to: ['shelf'], labels: label, inCard: true } },
  title: [],
  indexes: { sort: 'createdAt', by: ['shelfId'] },
  search: [],
  defaultColumns: ['shelfId'],
};
const catalogue = createCatalogue([{ type: shelf }, { type: book }]);

const ALL = { create: 'all', read: 'all', update: 'all', delete: 'all' } as const;
const NONE = { create: 'none', read: 'none', update: 'none', delete: 'none' } as const;

function describedFor(access: Partial<Access>) {
  const ctx = { access: { types: { '*': ALL }, fields: {}, ...access } } as unknown as UserContext;
  return describeTypes(ctx, catalogue);
}

describe('describeTypes', () => {
  it('names no hidden field anywhere, and marks read-only ones (S10)', () => {
    const [described] = describedFor({ fields: { shelf: { cost: 'hidden', note: 'read' } } });
    expect(JSON.stringify(described)).not.toContain('cost');
    expect(described).toMatchObject({ defaultColumns: ['name'], duplicateRules: [] });
    expect(described?.fields.find(({ name }) => name === 'note')).toMatchObject({ isReadOnly: true });
    expect(described?.fields.find(({ name }) => name === 'name')).toMatchObject({ isReadOnly: false });
  });

  it('leaves out types that the role has nothing to do with, and relations to them (S9)', () => {
    const described = describedFor({ types: { '*': ALL, book: NONE } });
    expect(described.map(({ type, relations }) => [type, relations])).toEqual([['shelf', []]]);
  });

  it('tells which fields lists find and carry, those of the system too', () => {
    const [described] = describedFor({});
    const flags = described?.fields.map(({ name, isIndexed, isInLists, isSystem }) => [
      name,
      isIndexed,
      isInLists,
      isSystem,
    ]);
    expect(flags).toEqual([
      ['name', true, true, false],
      ['cost', false, false, false],
      ['note', false, false, false],
      ['ownerId', true, true, true],
      ['teamId', false, true, true],
      ['createdAt', false, true, true],
      ['createdBy', false, false, true],
      ['updatedAt', false, true, true],
      ['updatedBy', false, false, true],
    ]);
  });
});
