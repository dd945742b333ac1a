import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { recentlyUsed } from '../recently-used';
import { refuseUnguarded } from './key-guard';

export interface TableConnection {
  /** Reaches what belongs to no tenant; everything, where nobody hands out credentials by tenant. */
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** A client that reaches the items of one tenant and no others (T5). */
  readonly clientOf?: (tenantId: string) => DynamoDBDocumentClient;
}

export interface ConnectionOptions {
  tableName: string;
  /** Another engine than AWS, such as DynamoDB Local. */
  endpoint?: string | undefined;
  /** Credentials that reach one tenant's items. They are asked for again five minutes before they expire. */
  credentialsOf?: ((tenantId: string) => Promise<Credentials>) | undefined;
}

interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  expiration?: Date;
}

/** Tenants whose credentials a process keeps. One more forgets the one that was used least recently. */
const MOST_TENANTS = 100;

/** Opens the one connection of a process. It refuses every command that no tenant table has guarded. */
export function connectTable({ tableName, endpoint, credentialsOf }: ConnectionOptions): TableConnection {
  const base = new DynamoDBClient({
    maxAttempts: 4,
    ...(endpoint
      ? { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
      : {}),
  });
  const client = toGuarded(base);
  if (!credentialsOf) return { client, tableName };
  // Sockets are shared: only signatures differ between tenants.
  const { requestHandler } = base.config;
  const clientOf = recentlyUsed(MOST_TENANTS, (tenantId) => {
    const credentials: DynamoDBClientConfig['credentials'] = () => credentialsOf(tenantId);
    return toGuarded(
      new DynamoDBClient({
        maxAttempts: 4,
        requestHandler,
        credentials,
        ...(endpoint ? { endpoint, region: 'us-east-1' } : {}),
      }),
    );
  });
  return { client, tableName, clientOf };
}

function toGuarded(base: DynamoDBClient): DynamoDBDocumentClient {
  const client = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
  refuseUnguarded(client);
  return client;
}
