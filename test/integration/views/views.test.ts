import type { UserContext } from '@vinculo/identity/access/user-context';
import { newViewSchema } from '@vinculo/records/views/schema';
import { createView, deleteView, listViews, updateView } from '@vinculo/records/views/service';
import { catalogue } from '@vinculo/sales/catalogue';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestTable, type TestTable } from '../../support/test-table';
import { aUserContext, EVERYTHING } from '../../support/user-context';

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});

const SHARER = { ...EVERYTHING, permissions: ['views.share' as const] };

function aView(values: object = {}) {
  return newViewSchema.parse({ type: 'contact', name: 'Mine', columns: [{ field: 'lastName' }], ...values });
}

const names = async (ctx: UserContext, type?: string) =>
  (await listViews(ctx, catalogue, type)).map(({ name }) => name);

describe('views', () => {
  it('keep personal views to their owner and show shared ones to all, in their order', async () => {
    const ada = aUserContext(table, { access: SHARER });
    const eve = aUserContext(table, { tenantId: ada.tenantId });
    await createView(ada, catalogue, aView({ name: 'Last', position: 3 }));
    await createView(ada, catalogue, aView({ name: 'First', position: 0 }));
    await createView(ada, catalogue, aView({ name: 'Shared', visibility: 'shared', position: 5 }));
    await createView(
      ada,
      catalogue,
      aView({ name: 'Deals', type: 'opportunity', columns: [{ field: 'name' }] }),
    );
    expect(await names(ada, 'contact')).toEqual(['First', 'Last', 'Shared']);
    expect(await names(ada, 'opportunity')).toEqual(['Deals']);
    expect(await names(eve)).toEqual(['Shared']);
    expect(await names(aUserContext(table))).toEqual([]);
  });

  it('write an event with each change (D4)', async () => {
    const ctx = aUserContext(table);
    const view = await createView(ctx, catalogue, aView());
    await updateView(ctx, catalogue, view.id, { name: 'Ours' }, 1);
    await deleteView(ctx, catalogue, view.id, 2);
    const { items } = await ctx.table.query({ pk: view.id });
    expect(items.map(({ event }) => (event as { type: string }).type)).toEqual([
      'view.created',
      'view.updated',
      'view.deleted',
    ]);
    expect(await names(ctx)).toEqual([]);
  });

  it('move when they are shared, which takes the permission', async () => {
    const ada = aUserContext(table, { access: SHARER });
    const eve = aUserContext(table, { tenantId: ada.tenantId });
    const own = await createView(eve, catalogue, aView());
    await expect(updateView(eve, catalogue, own.id, { visibility: 'shared' }, 1)).rejects.toMatchObject({
      status: 403,
    });
    await expect(createView(eve, catalogue, aView({ visibility: 'shared' }))).rejects.toMatchObject({
      status: 403,
    });
    const mine = await createView(ada, catalogue, aView());
    await updateView(ada, catalogue, mine.id, { visibility: 'shared' }, 1);
    expect(await names(ada)).toEqual(['Mine']);
    expect(await names(eve)).toHaveLength(2);
    await expect(deleteView(eve, catalogue, mine.id, 2)).rejects.toMatchObject({ status: 403 });
    await updateView(ada, catalogue, mine.id, { visibility: 'personal' }, 2);
    expect(await names(eve)).toHaveLength(1);
  });

  it('refuse an old version, and views of others (D2)', async () => {
    const ctx = aUserContext(table);
    const view = await createView(ctx, catalogue, aView());
    await updateView(ctx, catalogue, view.id, { name: 'Two' }, 1);
    await expect(updateView(ctx, catalogue, view.id, { name: 'Three' }, 1)).rejects.toMatchObject({
      status: 412,
      extra: { current: { name: 'Two', version: 2 } },
    });
    const other = aUserContext(table, { tenantId: ctx.tenantId });
    await expect(deleteView(other, catalogue, view.id, 2)).rejects.toMatchObject({ status: 404 });
  });

  it.each([
    [{ type: 'spaceship' }, '/type'],
    [{ columns: [{ field: 'lastName' }, { field: 'warp' }] }, '/columns/1/field'],
    [{ filter: [{ field: 'warp', op: 'eq', value: 1 }] }, '/filter/0/field'],
    [{ sort: '-warp' }, '/sort'],
    [{ layout: 'board' }, '/layout'],
  ])('refuse %j and name it', async (values, pointer) => {
    const ctx = aUserContext(table);
    await expect(createView(ctx, catalogue, aView(values))).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer }],
    });
    expect(await names(ctx)).toEqual([]);
  });

  it('tell nothing of a hidden field (S10)', async () => {
    const ada = aUserContext(table, { access: SHARER });
    const columns = [{ field: 'lastName' }, { field: 'jobTitle' }];
    await createView(ada, catalogue, aView({ name: 'Columns', visibility: 'shared', columns }));
    const filter = [{ field: 'jobTitle', op: 'eq', value: 'Spy' }];
    await createView(ada, catalogue, aView({ name: 'Filter', visibility: 'shared', filter }));
    await createView(ada, catalogue, aView({ name: 'Order', visibility: 'shared', sort: '-jobTitle' }));
    const access = { ...EVERYTHING, fields: { contact: { jobTitle: 'hidden' as const } } };
    const views = await listViews(aUserContext(table, { tenantId: ada.tenantId, access }), catalogue);
    expect(views).toMatchObject([{ name: 'Columns', columns: [{ field: 'lastName' }] }]);
  });
});
