import { connectTable, type TableConnection } from '../../table/client';
import { ENVIRONMENT, requiredVariable } from './environment';

/** The table that the function was given. */
export function tableConnection(): TableConnection {
  return connectTable({
    tableName: requiredVariable(ENVIRONMENT.tableName),
    endpoint: process.env.DYNAMODB_ENDPOINT,
  });
}
