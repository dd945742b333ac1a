import { BatchGetItemCommand, type DynamoDBClient, type KeysAndAttributes } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { MiddlewareStack } from '@smithy/types';
import { type Consistency, queryUnits, readUnits, writeUnits } from './capacity';
import type { TableConnection } from './client';
import type { WireItem } from './item-size';

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

interface WireInput {
  TableName?: string;
  Key?: WireItem;
  Item?: WireItem;
  ConsistentRead?: boolean;
  RequestItems?: Record<string, KeysAndAttributes | WireRequest[]>;
  TransactItems?: Array<Record<string, { Key?: WireItem; Item?: WireItem }>>;
}
interface WireRequest {
  PutRequest?: { Item: WireItem };
  DeleteRequest?: { Key: WireItem };
}
/** Answers come in document form: the document client has read them before this sees them. */
interface DocumentOutput {
  Item?: Document;
  Items?: Document[];
  Responses?: Record<string, Document[]>;
}
type Document = Record<string, unknown>;

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
  const stack = client.middlewareStack as unknown as MiddlewareStack<object, object>;
  stack.add(
    (next, context) => async (args) => {
      const input = args.input as WireInput;
      const keys = writtenKeys(input, tableName);
      const before = await look(observer, tableName, keys);
      if (inFlight++ === 0) usage.roundTrips++;
      const result = await next(args).finally(() => inFlight--);
      const after = await look(observer, tableName, keys);
      usage.calls++;
      usage.commands.push(context.commandName ?? 'unknown');
      usage.readUnits += readsOf(input, result.output as DocumentOutput, tableName);
      usage.writeUnits += keys
        .map((key) => keyText(key))
        .map((key) =>
          writeUnits({ before: before.get(key), after: after.get(key) }, input.TransactItems !== undefined),
        )
        .reduce((sum, units) => sum + units, 0);
      return result;
    },
    { step: 'build', name: 'capacityRecorder', priority: 'low', override: true },
  );
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

function readsOf(input: WireInput, output: DocumentOutput, tableName: string): number {
  const consistency = (isStrong?: boolean): Consistency => (isStrong ? 'strong' : 'eventual');
  if (output.Items) return queryUnits(output.Items.map(toWire), consistency(input.ConsistentRead));
  const wanted = input.RequestItems?.[tableName];
  if (wanted && !Array.isArray(wanted)) {
    const found = output.Responses?.[tableName] ?? [];
    const missing = (wanted.Keys?.length ?? 0) - found.length;
    const kind = consistency(wanted.ConsistentRead);
    return (
      found.reduce((sum, item) => sum + readUnits(toWire(item), kind), 0) +
      missing * readUnits(undefined, kind)
    );
  }
  return input.Key && !isWrite(input)
    ? readUnits(output.Item && toWire(output.Item), consistency(input.ConsistentRead))
    : 0;
}

function toWire(item: Document): WireItem {
  return marshall(item);
}

// A GetItem is the only single-item command of the tenant table that names a key at the top.
function isWrite(input: WireInput): boolean {
  return 'UpdateExpression' in input || 'ReturnValues' in input;
}

function writtenKeys(input: WireInput, tableName: string): WireItem[] {
  const requests = input.RequestItems?.[tableName];
  const batch = Array.isArray(requests)
    ? requests.map((request) => request.PutRequest?.Item ?? request.DeleteRequest?.Key)
    : [];
  const actions = (input.TransactItems ?? [])
    .flatMap((action) => Object.values(action))
    .map((part) => part.Item ?? part.Key);
  return [input.Item, ...batch, ...actions].flatMap((item) =>
    item?.pk && item.sk ? [{ pk: item.pk, sk: item.sk }] : [],
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
