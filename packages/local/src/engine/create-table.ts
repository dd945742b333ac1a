import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { tableDefinition } from '@vinculo/platform/table/schema';

/** Creates the table where it is missing and adds the indexes that a newer version brought. Returns its stream. */
export async function ensureTable(client: DynamoDBClient, tableName: string): Promise<{ streamArn: string }> {
  const found = await describe(client, tableName);
  if (found) {
    await addMissingIndexes(client, tableName, new Set(found.indexes));
    return found;
  }
  const created = await client.send(new CreateTableCommand({ ...tableDefinition, TableName: tableName }));
  return { streamArn: required(created.TableDescription?.LatestStreamArn) };
}

async function describe(client: DynamoDBClient, tableName: string) {
  try {
    const { Table: table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    const indexes = (table?.GlobalSecondaryIndexes ?? []).map((index) => required(index.IndexName));
    return { streamArn: required(table?.LatestStreamArn), indexes };
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

async function addMissingIndexes(client: DynamoDBClient, tableName: string, present: Set<string>) {
  for (const index of tableDefinition.GlobalSecondaryIndexes) {
    if (present.has(index.IndexName)) continue;
    await client.send(
      new UpdateTableCommand({
        TableName: tableName,
        AttributeDefinitions: tableDefinition.AttributeDefinitions,
        GlobalSecondaryIndexUpdates: [{ Create: index }],
      }),
    );
  }
}

function required(value: string | undefined): string {
  if (!value) throw new Error('The engine described the table without a stream or an index name');
  return value;
}
