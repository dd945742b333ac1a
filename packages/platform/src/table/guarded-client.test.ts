import { describe, expect, it } from 'vitest';
import { connectTable } from './client';
import { KeyGuardError } from './key-guard';
import { bindTable } from './tenant-table';

// Nothing listens there: a command that got through would fail in another way.
const connection = connectTable({ tableName: 't', endpoint: 'http://127.0.0.1:9' });

describe('bindTable', () => {
  const table = bindTable(connection, 'ten_A');

  it.each([
    ['get', () => table.get({ pk: '', sk: 's' })],
    ['batchGet', () => table.batchGet([{ pk: '', sk: 's' }])],
    ['query', () => table.query({ pk: '' })],
    ['transact', () => table.transact([{ put: { pk: '', sk: 's' } }])],
    ['batchWrite', () => table.batchWrite([{ put: { pk: '', sk: 's' } }])],
  ] as Array<[string, () => Promise<unknown>]>)(
    'sends no %s of the tenant’s bare prefix (T2)',
    async (_, call) => {
      await expect(call()).rejects.toThrow(KeyGuardError);
    },
  );

  it('is for somebody (T2)', async () => {
    await expect(bindTable(connection, '').get({ pk: 'ten_A#x', sk: 's' })).rejects.toThrow(KeyGuardError);
  });
});
