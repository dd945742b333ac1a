import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { toWire } from './attribute-values';
import { type Consistency, queryUnits, readUnits, writeUnits } from './capacity';
import type { TableConnection } from './client';
import type { WireItem } from './item-size';
import type { Document, KeysToGet, TransactItem, WriteRequest } from './operations';

/** What a piece of work cost. */
export interface Usage {
  /** Calls to the engine, one after another: calls in flight together count once. */
  roundTrips: number;
  calls: number;
  readUnits: number;
  writeUnits: number;
  commands: string[];
}

export interface CapacityRecorder {
  /** Runs `work` and tells what every command sent meanwhile cost. */
  measure(work: () => Promise<unknown>): Promise<Usage>;
}

interface Input {
  TableName?: string;
  Key?: Document;
  ConsistentRead?: boolean;
  RequestItems?: Record<string, KeysToGet | WriteRequest[]>;
  TransactItems?: TransactItem[];
}
interface Output {
  Item?: Document;
  Items?: Document[];
  Responses?: Record<string, Document[]>;
}

/**
 * Counts what a connection's commands cost by the rules in `capacity.ts`. It looks at items before and after each write
 * through `observer`, a client of the same engine that nothing else uses, so it belongs in tests and benchmarks only.
 */
export function recordCapacity(
  { client, tableName }: TableConnection,
  observer: DynamoDBClient,
): CapacityRecorder {
  let usage = emptyUsage();
  let inFlight = 0;
  client.use('call', async (call, next) => {
    const input: Input = call.input;
    const keys = writtenKeys(input, tableName);
    const before = await look(observer, tableName, keys);
    if (inFlight++ === 0) usage.roundTrips++;
    const answer = await next(call).finally(() => inFlight--);
    const output: Output = answer;
    const after = await look(observer, tableName, keys);
    usage.calls++;
    usage.commands.push(call.operation);
    usage.readUnits += readsOf(input, output, tableName);
    usage.writeUnits += keys
      .map((key) => keyText(key))
      .map((key) =>
        writeUnits({ before: before.get(key), after: after.get(key) }, input.TransactItems !== undefined),
      )
      .reduce((sum, units) => sum + units, 0);
    return answer;
  });
  return {
    async measure(work) {
      usage = emptyUsage();
      await work();
      const spent = usage;
      usage = emptyUsage();
      return spent;
    },
  };
}

function emptyUsage(): Usage {
  return { roundTrips: 0, calls: 0, readUnits: 0, writeUnits: 0, commands: [] };
}

function readsOf(input: Input, output: Output, tableName: string): number {
  const consistency = (isStrong?: boolean): Consistency => (isStrong ? 'strong' : 'eventual');
  if (output.Items) return queryUnits(output.Items.map(stored), consistency(input.ConsistentRead));
  const wanted = input.RequestItems?.[tableName];
  if (wanted && !Array.isArray(wanted)) {
    const found = output.Responses?.[tableName] ?? [];
    const missing = (wanted.Keys?.length ?? 0) - found.length;
    const kind = consistency(wanted.ConsistentRead);
    return (
      found.reduce((sum, item) => sum + readUnits(stored(item), kind), 0) +
      missing * readUnits(undefined, kind)
    );
  }
  return input.Key ? readUnits(output.Item && stored(output.Item), consistency(input.ConsistentRead)) : 0;
}

function stored(item: Document): WireItem {
  return toWire(item) as WireItem;
}

function writtenKeys(input: Input, tableName: string): WireItem[] {
  const requests = input.RequestItems?.[tableName];
  const batch = Array.isArray(requests)
    ? requests.map((request) => request.PutRequest?.Item ?? request.DeleteRequest?.Key)
    : [];
  const actions = (input.TransactItems ?? [])
    .flatMap((action) => Object.values(action))
    .map((part) => part.Item ?? part.Key);
  return [...batch, ...actions].flatMap((item) =>
    item?.pk && item.sk ? [stored({ pk: item.pk, sk: item.sk })] : [],
  );
}

async function look(
  observer: DynamoDBClient,
  tableName: string,
  keys: WireItem[],
): Promise<Map<string, WireItem>> {
  if (keys.length === 0) return new Map();
  const command = new BatchGetItemCommand({
    RequestItems: { [tableName]: { Keys: keys, ConsistentRead: true } },
  });
  const { Responses } = await observer.send(command);
  return new Map((Responses?.[tableName] ?? []).map((item) => [keyText(item), item]));
}

function keyText({ pk, sk }: WireItem): string {
  return `${pk?.S}\0${sk?.S}`;
}
