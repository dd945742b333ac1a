import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { localCredentials } from '@vinculo/local/engine/credentials';
import { type CapacityRecorder, recordCapacity } from '@vinculo/platform/table/capacity-recorder';
import type { TestTable } from '../../support/test-table';

/** Notes the commands that a piece of work sends and what they cost. One for each table. */
export function openRecorder({ connection, endpoint }: TestTable): CapacityRecorder {
  return recordCapacity(connection, new DynamoDBClient({ endpoint, ...localCredentials }));
}
