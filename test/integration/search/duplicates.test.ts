import { findDuplicates } from '@vinculo/records/duplicates/find-duplicates';
import { requireNoDuplicates } from '@vinculo/records/duplicates/require-no-duplicates';
import { catalogue } from '@vinculo/sales/catalogue';
import { beforeAll, describe, expect, it } from 'vitest';
import { indexed } from '../../support/indexed';
import { createTestTable, type TestTable } from '../../support/test-table';
import { aUserContext, EVERYTHING } from '../../support/user-context';

const contact = catalogue.model('contact');
const account = catalogue.model('account');
let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});

describe('findDuplicates', () => {
  it('matches address, phone and name by what they mean, the surest first', async () => {
    const ctx = aUserContext(table);
    const ana = await indexed(ctx, 'contact', {
      firstName: 'Ana',
      lastName: 'García',
      emails: [{ value: 'ana@acme.es' }],
      phones: [{ value: '+34 600 123 456' }],
    });
    const namesake = await indexed(ctx, 'contact', { firstName: 'Ana', lastName: 'Garcia' });
    await indexed(ctx, 'contact', {
      firstName: 'Ana',
      lastName: 'García Márquez',
      emails: [{ value: 'ana@acme.es.example' }],
    });

    const { candidates, hiddenCount } = await findDuplicates(ctx, contact, {
      firstName: 'ANA',
      lastName: 'garcía',
      emails: [{ value: 'ana@acme.es' }, { value: 'other@acme.es' }],
      phones: [{ value: '600123456' }],
    });
    expect(hiddenCount).toBe(0);
    expect(candidates).toEqual([
      { id: ana.id, type: 'contact', title: 'Ana García', matched: ['email', 'phone', 'name'], score: 1 },
      { id: namesake.id, type: 'contact', title: 'Ana Garcia', matched: ['name'], score: 0.7 },
    ]);
  });

  it.each([
    [{ name: 'ACME Ibérica, SL' }, ['name']],
    [{ name: 'Other', domain: 'acme.es' }, ['domain']],
    [{ name: 'Acme' }, []],
  ])('compares companies without their legal form: %j', async (values, matched) => {
    const ctx = aUserContext(table);
    await indexed(ctx, 'account', { name: 'Acme Iberica S.L.', domain: 'acme.es' });
    const { candidates } = await findDuplicates(ctx, account, values);
    expect(candidates.flatMap((candidate) => candidate.matched)).toEqual(matched);
  });

  it('does not find the record itself', async () => {
    const ctx = aUserContext(table);
    const { id } = await indexed(ctx, 'contact', { firstName: 'Eva', lastName: 'Sola' });
    expect(await findDuplicates(ctx, contact, { firstName: 'Eva', lastName: 'Sola' }, id)).toEqual({
      candidates: [],
      hiddenCount: 0,
    });
  });

  it('only counts what the actor may not read (S11), and asks no rule on a field that it may not see (S10)', async () => {
    const ctx = aUserContext(table);
    await indexed(ctx, 'contact', { firstName: 'Eva', lastName: 'Sola', emails: [{ value: 'eva@sola.es' }] });
    const own = { create: 'all', read: 'own', update: 'own', delete: 'own' } as const;
    const other = {
      ...ctx,
      actor: { kind: 'user', id: 'usr_other' } as const,
      access: { ...EVERYTHING, types: { '*': own } },
    };
    const values = { firstName: 'Eva', lastName: 'Sola', emails: [{ value: 'eva@sola.es' }] };
    expect(await findDuplicates(other, contact, values)).toEqual({ candidates: [], hiddenCount: 1 });
    const blind = { ...ctx, access: { ...EVERYTHING, fields: { contact: { emails: 'hidden' } } } } as const;
    const found = await findDuplicates(blind, contact, { ...values, firstName: 'Noa' });
    expect(found).toEqual({ candidates: [], hiddenCount: 0 });
  });
});

describe('requireNoDuplicates', () => {
  it('refuses with the candidates, and lets new people in', async () => {
    const ctx = aUserContext(table);
    const { id } = await indexed(ctx, 'contact', { lastName: 'Sola', emails: [{ value: 'eva@sola.es' }] });
    await expect(
      requireNoDuplicates(ctx, contact, { emails: [{ value: 'eva@sola.es' }] }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'record.possible_duplicates',
      extra: { candidates: [{ id, matched: ['email'] }] },
    });
    await requireNoDuplicates(ctx, contact, { lastName: 'Nueva', emails: [{ value: 'nueva@sola.es' }] });
  });
});
