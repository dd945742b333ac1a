import { deferred } from '../../deferred';
import { connectTable, type TableConnection } from '../../table/client';
import { ENVIRONMENT } from './environment';

const { tenantCredentials } = deferred(() => import('./tenant-credentials'), 'tenantCredentials');

/**
 * The table that the function was given. One that declares no right to it is given none, and would learn so from
 * DynamoDB, whose message then names what to declare. One that may reach tenants' items does so with the credentials
 * of one tenant at a time.
 */
export function tableConnection(): TableConnection {
  return connectTable({
    tableName: process.env[ENVIRONMENT.tableName] ?? 'no-table-declared-in-the-registry',
    endpoint: process.env.DYNAMODB_ENDPOINT,
    credentialsOf: process.env[ENVIRONMENT.tableRoleArn] ? tenantCredentials : undefined,
  });
}
