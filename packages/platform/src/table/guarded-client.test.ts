import { GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { connectTable } from './client';
import { KeyGuardError } from './key-guard';
import { bindTable } from './tenant-table';

// Nothing listens there: a command that got through would fail in another way.
const connection = connectTable({ tableName: 't', endpoint: 'http://127.0.0.1:9' });

describe('connectTable', () => {
  it.each([
    new ScanCommand({ TableName: 't' }),
    new GetCommand({ TableName: 't', Key: { pk: 'ten_A#x', sk: 's' } }),
    new PutCommand({ TableName: 't', Item: { pk: 'ten_A#x', sk: 's' } }),
  ])('refuses a command that no tenant table sent (T2)', async (command) => {
    await expect(connection.client.send(command as GetCommand)).rejects.toThrow(KeyGuardError);
  });
});

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
});
