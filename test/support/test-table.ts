import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ensureTable } from '@vinculo/local/engine/create-table';
import { localCredentials } from '@vinculo/local/engine/credentials';
import { connectTable, type TableConnection } from '@vinculo/platform/table/client';
import { inject } from 'vitest';

export interface TestTable {
  readonly connection: TableConnection;
  readonly endpoint: string;
  readonly streamArn: string;
}

/**
 * A new empty table: about 20 ms, so each test file, even each test, can have its own. On the run's engine unless
 * `endpoint` is another's: the local engine writes the slower, the more has been written to older tables with a stream.
 */
export async function createTestTable(endpoint = inject('dynamodbEndpoint')): Promise<TestTable> {
  const tableName = `test-${randomUUID()}`;
  const client = new DynamoDBClient({ endpoint, ...localCredentials });
  const { streamArn } = await ensureTable(client, tableName);
  client.destroy();
  return { connection: connectTable({ tableName, endpoint }), endpoint, streamArn };
}
