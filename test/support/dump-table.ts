import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { localCredentials } from '@vinculo/local/engine/credentials';
import type { Item } from '@vinculo/platform/table/writes';
import type { TestTable } from './test-table';

/** Everything in the table as it is stored, with the tenants in the keys: for tests that ask what was left behind. */
export async function dumpTable({ connection, endpoint }: TestTable): Promise<Item[]> {
  const raw = new DynamoDBClient({ endpoint, ...localCredentials });
  const client = DynamoDBDocumentClient.from(raw);
  const items: Item[] = [];
  const pages = paginateScan({ client }, { TableName: connection.tableName, ConsistentRead: true });
  for await (const { Items = [] } of pages) items.push(...(Items as Item[]));
  raw.destroy();
  return items;
}
