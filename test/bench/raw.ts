import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { localCredentials } from '@vinculo/local/engine/credentials';

type Item = Record<string, unknown> & { pk: string; sk: string };

/** The same engine without the product: the floor under every figure. */
export interface Raw {
  getRecord(turn: number): Promise<unknown>;
  /** What an authenticated get of one's own record contains: session, then user, tenant and role, then the record. */
  getRecordSequence(turn: number): Promise<unknown>;
  query50(): Promise<unknown>;
  listSequence(turn: number): Promise<unknown>;
  transactThree(): Promise<unknown>;
  close(): void;
}

/** Looks the product's own items up once, then reads and writes them directly. */
export async function openRaw(endpoint: string, tableName: string): Promise<Raw> {
  const base = new DynamoDBClient({ endpoint, ...localCredentials });
  const client = DynamoDBDocumentClient.from(base);
  const TableName = tableName;
  const { Items = [] } = await client.send(
    new ScanCommand({
      TableName,
      FilterExpression: 'kind = :k',
      ExpressionAttributeValues: { ':k': 'record' },
    }),
  );
  const records = Items as Item[];
  const partition = String(records.find(({ gsi2pk }) => gsi2pk)?.gsi2pk);

  const get = ({ pk, sk }: Item) =>
    client.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }));
  const nth = (turn: number) => records[turn % records.length] as Item;
  const query50 = () =>
    client.send(
      new QueryCommand({
        TableName,
        IndexName: 'gsi2',
        KeyConditionExpression: 'gsi2pk = :p',
        ExpressionAttributeValues: { ':p': partition },
        Limit: 51,
      }),
    );
  /** The session and the batch of user, tenant and role before the wanted one; the only name is the actor's own. */
  async function after(turn: number, wanted: () => Promise<unknown>): Promise<void> {
    await get(nth(turn + 1));
    await get(nth(turn + 2));
    await wanted();
  }
  return {
    getRecord: (turn) => get(nth(turn)),
    getRecordSequence: (turn) => after(turn, () => get(nth(turn))),
    query50,
    listSequence: (turn) => after(turn, query50),
    transactThree: () =>
      client.send(
        new TransactWriteCommand({
          TransactItems: ['record', 'event', 'guard'].map((sk) => ({
            Put: {
              TableName,
              Item: { pk: `raw#${randomUUID()}`, sk, text: 'x'.repeat(500) },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          })),
        }),
      ),
    close: () => base.destroy(),
  };
}
