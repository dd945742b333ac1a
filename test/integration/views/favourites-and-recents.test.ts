import { addFavourite, listFavourites, removeFavourite } from '@vinculo/records/favourites/service';
import { listRecents, noteRecent } from '@vinculo/records/recents/service';
import { createRecord, deleteRecord, updateRecord } from '@vinculo/records/records/service';
import { catalogue } from '@vinculo/sales/catalogue';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestTable, type TestTable } from '../../support/test-table';
import { aUserContext, EVERYTHING } from '../../support/user-context';

const contact = catalogue.model('contact');
let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});

describe('favourites', () => {
  it('show records as they are now, without what is gone', async () => {
    const ctx = aUserContext(table);
    const ada = await createRecord(ctx, contact, { firstName: 'Ada' });
    const eve = await createRecord(ctx, contact, { firstName: 'Eve' });
    for (const { id } of [ada, ada, eve]) await addFavourite(ctx, catalogue, id);
    await updateRecord(ctx, contact, ada.id, { lastName: 'King' });
    expect((await listFavourites(ctx, catalogue)).map(({ title }) => title).sort()).toEqual([
      'Ada King',
      'Eve',
    ]);
    await deleteRecord(ctx, contact, eve.id);
    expect(await listFavourites(ctx, catalogue)).toEqual([
      { id: ada.id, type: 'contact', title: 'Ada King' },
    ]);
    await removeFavourite(ctx, ada.id);
    expect(await listFavourites(ctx, catalogue)).toEqual([]);
  });

  it('are the user’s own, and only of what the user may read (S11)', async () => {
    const ctx = aUserContext(table);
    const { id } = await createRecord(ctx, contact, { firstName: 'Ada' });
    await addFavourite(ctx, catalogue, id);
    const none = { create: 'none', read: 'none', update: 'none', delete: 'none' } as const;
    expect(await listFavourites(aUserContext(table, { tenantId: ctx.tenantId }), catalogue)).toEqual([]);
    const demoted = { ...ctx, access: { ...EVERYTHING, types: { '*': none } } };
    expect(await listFavourites(demoted, catalogue)).toEqual([]);
    await expect(addFavourite(demoted, catalogue, id)).rejects.toMatchObject({ status: 404 });
    await expect(addFavourite(aUserContext(table), catalogue, id)).rejects.toMatchObject({ status: 404 });
    await expect(addFavourite(ctx, catalogue, 'usr_x')).rejects.toMatchObject({ status: 404 });
  });
});

describe('recents', () => {
  it('keep the last 30 that were opened, each once, the newest first', async () => {
    const ctx = aUserContext(table);
    const ids: string[] = [];
    for (let n = 0; n < 32; n++) ids.push((await createRecord(ctx, contact, { lastName: `No ${n}` })).id);
    for (const id of ids) await noteRecent(ctx, catalogue, id);
    await noteRecent(ctx, catalogue, ids[10] ?? '');
    const recents = await listRecents(ctx, catalogue);
    expect(recents).toHaveLength(30);
    expect(recents.slice(0, 3).map(({ title }) => title)).toEqual(['No 10', 'No 31', 'No 30']);
  });

  it('take no id that is not of a record (T11)', async () => {
    const ctx = aUserContext(table);
    await expect(noteRecent(ctx, catalogue, 'con_nonsense')).rejects.toMatchObject({ status: 404 });
    expect(await listRecents(ctx, catalogue)).toEqual([]);
  });
});
