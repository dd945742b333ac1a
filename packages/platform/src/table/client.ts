import { environmentCredentials, environmentRegion } from '../aws/credentials';
import { TableClient } from './table-client';
import { openTransport } from './transport';

export interface TableConnection {
  readonly client: TableClient;
  readonly tableName: string;
}

export interface ConnectionOptions {
  tableName: string;
  /** Another engine than AWS, such as DynamoDB Local. */
  endpoint?: string | undefined;
}

const LOCAL = {
  region: 'us-east-1',
  credentials: () => ({ accessKeyId: 'local', secretAccessKey: 'local' }),
};

/** Opens the one client of a process. */
export function connectTable({ tableName, endpoint }: ConnectionOptions): TableConnection {
  const { send, close } = openTransport(endpoint ? { endpoint: new URL(endpoint), ...LOCAL } : onAws());
  return { client: new TableClient(send, close), tableName };
}

/** AWS as the environment of a function describes it, or the emulator that it names. */
function onAws() {
  const region = environmentRegion();
  const endpoint = process.env.AWS_ENDPOINT_URL ?? `https://dynamodb.${region}.amazonaws.com`;
  return { endpoint: new URL(endpoint), region, credentials: environmentCredentials };
}
