import { connectTable, type TableConnection } from '../../table/client';
import { ENVIRONMENT } from './environment';

/**
 * The table that the function was given. One that declares no right to it is given none, and would learn so from
 * DynamoDB, whose message then names what to declare.
 */
export function tableConnection(): TableConnection {
  return connectTable({
    tableName: process.env[ENVIRONMENT.tableName] ?? 'no-table-declared-in-the-registry',
    endpoint: process.env.DYNAMODB_ENDPOINT,
  });
}
