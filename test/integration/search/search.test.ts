import type { Access } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { createRecord, deleteRecord, restoreRecord, updateRecord } from '@vinculo/records/records/service';
import { refreshMany } from '@vinculo/records/search/refresh';
import { searchRecords } from '@vinculo/records/search/search';
import { catalogue } from '@vinculo/sales/catalogue';
import { beforeAll, describe, expect, it } from 'vitest';
import { indexed } from '../../support/indexed';
import { createTestTable, type TestTable } from '../../support/test-table';
import { aUserContext, EVERYTHING } from '../../support/user-context';

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});

const titles = async (ctx: UserContext, text: string, options = {}) =>
  (await searchRecords(ctx, catalogue, text, options)).map(({ title }) => title);

describe('searchRecords', () => {
  it('finds by the beginning of any word, whatever its case and accents', async () => {
    const ctx = aUserContext(table);
    await indexed(ctx, 'contact', { firstName: 'José', lastName: 'Núñez Díaz', jobTitle: 'CTO' });
    for (const text of ['jos', 'NUNEZ', 'Núñ', 'diaz', 'nuñez jose', 'díaz jo']) {
      expect(await searchRecords(ctx, catalogue, text)).toMatchObject([
        { type: 'contact', title: 'José Núñez Díaz', subtitle: 'CTO' },
      ]);
    }
    expect(await titles(ctx, 'nunez maria')).toEqual([]);
    expect(await titles(ctx, 'ose')).toEqual([]);
  });

  it('finds by address, domain, phone in both its forms, and external id', async () => {
    const ctx = aUserContext(table);
    await indexed(ctx, 'contact', {
      lastName: 'Lovelace',
      emails: [{ value: 'ada@engine.org' }],
      phones: [{ value: '+34 600 123 456' }],
      externalId: 'CD-0042',
    });
    await indexed(ctx, 'contact', { lastName: 'Local', phones: [{ value: '911 222 333' }] });
    for (const text of [
      'ada',
      'ada@eng',
      '@engine.org',
      'engine',
      '600 12',
      '+34600123456',
      '0034 600 123 456',
      'cd-0042',
    ]) {
      expect(await titles(ctx, text), text).toEqual(['Lovelace']);
    }
    expect(await titles(ctx, '+34 911 222 333')).toEqual(['Local']);
  });

  it('looks across record types, or in those that are named', async () => {
    const ctx = aUserContext(table);
    await indexed(ctx, 'account', { name: 'Analytical Engines', domain: 'engines.example' });
    await indexed(ctx, 'lead', { firstName: 'Ana', lastName: 'Pérez', company: 'Telares' });
    await indexed(ctx, 'opportunity', { name: 'Analysis' });
    expect(await titles(ctx, 'ana')).toEqual(['Ana Pérez', 'Analysis', 'Analytical Engines']);
    expect(await titles(ctx, 'ana', { types: ['account'] })).toEqual(['Analytical Engines']);
  });

  it('ranks whole titles, then exact words, then beginnings, names before other fields', async () => {
    const ctx = aUserContext(table);
    await indexed(ctx, 'contact', { firstName: 'Mariana', emails: [{ value: 'mar@sea.example' }] });
    await indexed(ctx, 'contact', { firstName: 'Marta' });
    await indexed(ctx, 'contact', { firstName: 'Del', lastName: 'Mar' });
    await indexed(ctx, 'account', { name: 'Mar' });
    await indexed(ctx, 'account', { name: 'Zeta', domain: 'marble.example' });
    expect(await titles(ctx, 'mar')).toEqual(['Mar', 'Del Mar', 'Mariana', 'Marta', 'Zeta']);
  });

  it('follows changes, deletion and restoring', async () => {
    const ctx = aUserContext(table);
    const model = catalogue.model('contact');
    const record = await indexed(ctx, 'contact', { firstName: 'Grace', lastName: 'Murray' });
    await updateRecord(ctx, model, record.id, { lastName: 'Hopper' });
    await refreshMany(ctx, model.type, [record.id]);
    expect(await titles(ctx, 'murray')).toEqual([]);
    expect(await titles(ctx, 'grace')).toEqual(['Grace Hopper']);
    await deleteRecord(ctx, model, record.id);
    await refreshMany(ctx, model.type, [record.id]);
    expect(await titles(ctx, 'grace')).toEqual([]);
    await restoreRecord(ctx, model, record.id);
    await refreshMany(ctx, model.type, [record.id]);
    expect(await titles(ctx, 'hop')).toEqual(['Grace Hopper']);
  });

  it('shows nothing of another tenant', async () => {
    await indexed(aUserContext(table), 'contact', { lastName: 'Secretosa' });
    await expect(await titles(aUserContext(table), 'secretosa')).toEqual([]);
  });

  it.each(['own', 'team', 'none'] as const)(
    'shows what a role with the right to read %s may read (S11)',
    async (read) => {
      const admin = aUserContext(table);
      const access: Access = {
        ...EVERYTHING,
        types: { '*': { create: 'all', read, update: 'all', delete: 'all' } },
      };
      const ctx = { ...aUserContext(table, { tenantId: admin.tenantId, teamIds: ['tea_1'] }), access };
      const contact = catalogue.model('contact');
      const made = [
        await createRecord(admin, contact, { lastName: 'Rights', firstName: 'Hers' }),
        await createRecord({ ...ctx, access: EVERYTHING, teamIds: [] }, contact, {
          lastName: 'Rights',
          firstName: 'Mine',
        }),
        await createRecord({ ...admin, teamIds: ['tea_1'] }, contact, {
          lastName: 'Rights',
          firstName: 'Ours',
        }),
      ];
      await refreshMany(
        ctx,
        contact.type,
        made.map(({ id }) => id),
      );
      const expected = { own: ['Mine Rights'], team: ['Mine Rights', 'Ours Rights'], none: [] }[read];
      expect((await titles(ctx, 'rights')).sort()).toEqual(expected);
    },
  );

  it('neither matches nor shows a field that the role hides (S10)', async () => {
    const ctx = aUserContext(table);
    await indexed(ctx, 'contact', {
      firstName: 'Ada',
      lastName: 'Byron',
      jobTitle: 'Countess',
      emails: [{ value: 'countess@ada.example' }],
    });
    const fields = { contact: { lastName: 'hidden', emails: 'hidden', jobTitle: 'hidden' } } as const;
    const limited = { ...ctx, access: { ...EVERYTHING, fields } };
    expect(await searchRecords(limited, catalogue, 'ada')).toEqual([
      { id: expect.stringMatching(/^con_/), type: 'contact', title: 'Ada' },
    ]);
    for (const text of ['byron', 'countess', 'ada.example', 'ada byron']) {
      expect(await titles(limited, text), text).toEqual([]);
    }
  });

  it('says a subtitle in the language of the reader', async () => {
    const ctx = aUserContext(table);
    await indexed(ctx, 'activity', { kind: 'call', subject: 'Llamar a Ada' });
    expect(await searchRecords({ ...ctx, locale: 'es' }, catalogue, 'llamar')).toMatchObject([
      { subtitle: 'Llamada' },
    ]);
  });
});
