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
    expect(described).toMatchObject({ defaultColumns: ['name'], duplicates: [] });
    expect(described?.fields.note).toMatchObject({ isReadOnly: true });
    expect(described?.fields.name).toMatchObject({ isReadOnly: false });
  });

  it('leaves out types that the role has nothing to do with, and relations to them (S9)', () => {
    const described = describedFor({ types: { '*': ALL, book: NONE } });
    expect(described.map(({ name, relations }) => [name, relations])).toEqual([['shelf', []]]);
  });

  it('tells which fields lists find and carry, those of the system too', () => {
    const [shelves, books] = describedFor({});
    expect(books?.indexes).toEqual({ sort: 'createdAt', by: ['shelfId'], unique: [] });
    const flags = Object.entries(shelves?.fields ?? {}).map(([name, { inCard, isSystem }]) => [
      name,
      inCard,
      isSystem,
    ]);
    expect(flags).toEqual([
      ['name', true, false],
      ['cost', false, false],
      ['note', false, false],
      ['ownerId', true, true],
      ['teamId', true, true],
      ['createdAt', true, true],
      ['createdBy', false, true],
      ['updatedAt', true, true],
      ['updatedBy', false, true],
    ]);
  });
});
