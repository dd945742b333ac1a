import type { MiddlewareStack } from '@smithy/types';
import type { UserContext } from '@vinculo/identity/access/user-context';
import type { Item } from '@vinculo/platform/table/writes';
import { listRecords } from '@vinculo/records/lists/list';
import { READ_BUDGET } from '@vinculo/records/lists/reading';
import { createRecord } from '@vinculo/records/records/service';
import { catalogue } from '@vinculo/sales/catalogue';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestTable } from '../../support/test-table';
import { aUserContext } from '../../support/user-context';

const contact = catalogue.model('contact');
let ctx: UserContext;
let entriesRead = 0;

beforeAll(async () => {
  const table = await createTestTable();
  ctx = aUserContext(table);
  const stack = table.connection.client.middlewareStack as unknown as MiddlewareStack<object, object>;
  stack.add(
    (next) => async (args) => {
      const result = await next(args);
      entriesRead += (result.output as { Items?: unknown[] }).Items?.length ?? 0;
      return result;
    },
    { step: 'build', name: 'countEntries' },
  );
  const { id } = await createRecord(ctx, contact, { lastName: 'King' });
  const first = await ctx.table.get<Item & { gsi1sk: string }>({ pk: id, sk: 'record' });
  if (!first) throw new Error('The record is not there');
  const copies = Array.from({ length: READ_BUDGET + 2_500 }, (_, n) => {
    const copy = `con_${String(n).padStart(26, '0')}`;
    return { put: { ...first, pk: copy, gsi1sk: first.gsi1sk.replace(id, copy) } };
  });
  for (let start = 0; start < copies.length; start += 250) {
    const parts = Array.from({ length: 10 }, (_, n) => copies.slice(start + n * 25, start + (n + 1) * 25));
    await Promise.all(parts.map((part) => ctx.table.batchWrite(part)));
  }
}, 120_000);

describe('the budget of one request', () => {
  it('ends a list that would look at more, with a 422 that names the field, before it reads on (T9)', async () => {
    const filter = [{ field: 'jobTitle', op: 'eq' as const, value: 'Nobody' }];
    entriesRead = 0;
    await expect(listRecords(ctx, contact, { filter, limit: 50 })).rejects.toMatchObject({
      status: 422,
      code: 'list.too_broad',
      errors: [expect.objectContaining({ pointer: expect.stringContaining('filter') })],
    });
    expect(entriesRead).toBeGreaterThan(0);
    expect(entriesRead).toBeLessThanOrEqual(READ_BUDGET * 1.25);
  });

  it('is not touched by a list that its index answers (T9)', async () => {
    entriesRead = 0;
    expect((await listRecords(ctx, contact, { filter: [], limit: 50 })).items).toHaveLength(50);
    expect(entriesRead).toBeGreaterThanOrEqual(50);
    expect(entriesRead).toBeLessThan(100);
  });
});
