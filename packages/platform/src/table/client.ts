import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { refuseUnguarded } from './key-guard';

export interface TableConnection {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

export interface ConnectionOptions {
  tableName: string;
  /** Another engine than AWS, such as DynamoDB Local. */
  endpoint?: string | undefined;
}

/** Opens the one client of a process. It refuses every command that no tenant table has guarded. */
export function connectTable({ tableName, endpoint }: ConnectionOptions): TableConnection {
  const base = new DynamoDBClient({
    maxAttempts: 4,
    ...(endpoint
      ? { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
      : {}),
  });
  const client = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
  refuseUnguarded(client);
  return { client, tableName };
}
