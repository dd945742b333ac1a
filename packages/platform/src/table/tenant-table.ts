import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { TableConnection } from './client';
import { answeringBusy, ConditionFailedError, retryingConflicts, unlessRefused } from './failures';
import { guardKeys } from './key-guard';
import { keysWithin } from './prefix';
import { INDEX_NAMES, type IndexName } from './schema';
import { type Condition, conditionOf, type Item, type Key, toTransactItem, type Write } from './writes';

export type SortCondition =
  | { beginsWith: string }
  | { between: [string, string] }
  | { lt: string }
  | { lte: string }
  | { gt: string }
  | { gte: string };

export interface QueryInput {
  pk: string;
  index?: IndexName;
  sk?: SortCondition;
  limit?: number;
  reverse?: boolean;
  /** The last key of the page before, as `QueryPage.lastKey` gave it. */
  startKey?: Record<string, string> | undefined;
  consistent?: boolean;
}

export interface QueryPage<T> {
  items: T[];
  lastKey?: Record<string, string>;
}

/** The table as one tenant sees it: keys are relative, and no method can name a key outside the tenant. */
export interface TenantTable {
  get<T extends Item>(key: Key, options?: { consistent?: boolean }): Promise<T | undefined>;
  /** Reads any number of items, 100 a call; the answer is in no order and omits what is absent. */
  batchGet<T extends Item>(keys: Key[], options?: { consistent?: boolean }): Promise<T[]>;
  query<T extends Item>(input: QueryInput): Promise<QueryPage<T>>;
  queryAll<T extends Item>(input: QueryInput): AsyncGenerator<T>;
  /** All or nothing, at most 100 actions. Throws `ConditionFailedError` naming the actions that failed. */
  transact(writes: Write[]): Promise<void>;
  /** Puts one item, at half the price of a transaction. False, and nothing written, when the condition does not hold. */
  put(item: Item, condition: Condition): Promise<boolean>;
  /** Deletes one item likewise. */
  delete(key: Key, condition: Condition): Promise<boolean>;
  /** Puts and deletes without conditions, 25 a call, retrying what the engine did not take. Not atomic. */
  batchWrite(writes: Array<{ put: Item } | { delete: Key }>): Promise<void>;
}

/** Binds the table to one prefix: a tenant id, or identity's directory. Throws for what could be read as more than one. */
export function bindTable(connection: TableConnection, owner: string): TenantTable {
  if (!/^\w+$/.test(owner)) throw new RangeError(`"${owner}" is no owner of keys`);
  const prefix = `${owner}#`;
  const { tableName, clientOf } = connection;
  const client = (isTenant(owner) ? clientOf?.(owner) : undefined) ?? connection.client;
  const { add, strip } = keysWithin(prefix);
  const guard = guardKeys(prefix);

  // A command may be sent again after a conflict, so each attempt builds its own.
  function guarded<C extends { middlewareStack: { add: unknown } }>(command: C): C {
    const stack = command.middlewareStack as unknown as { add(middleware: unknown, options: object): void };
    // The document client adds a command's middleware twice, once for its inner command: the second replaces the first.
    stack.add(guard, { step: 'initialize', priority: 'high', name: 'tenantGuard', override: true });
    return command;
  }

  async function get<T extends Item>(key: Key, { consistent = true } = {}): Promise<T | undefined> {
    const command = new GetCommand({ TableName: tableName, Key: add(key), ConsistentRead: consistent });
    const { Item: item } = await answeringBusy(() => client.send(guarded(command)));
    return item ? (strip(item) as T) : undefined;
  }

  async function batchGet<T extends Item>(keys: Key[], { consistent = false } = {}): Promise<T[]> {
    const found: T[] = [];
    for (let start = 0; start < keys.length; start += 100) {
      let wanted: Key[] = keys.slice(start, start + 100).map(add);
      for (let attempt = 0; wanted.length > 0; attempt++) {
        await pauseBefore(attempt);
        const command = new BatchGetCommand({
          RequestItems: { [tableName]: { Keys: wanted, ConsistentRead: consistent } },
        });
        const { Responses, UnprocessedKeys } = await answeringBusy(() => client.send(guarded(command)));
        found.push(...((Responses?.[tableName] ?? []).map(strip) as T[]));
        wanted = (UnprocessedKeys?.[tableName]?.Keys ?? []) as Key[];
      }
    }
    return found;
  }

  async function query<T extends Item>(input: QueryInput): Promise<QueryPage<T>> {
    const command = new QueryCommand(toQuery(input));
    const { Items = [], LastEvaluatedKey } = await answeringBusy(() => client.send(guarded(command)));
    return {
      items: Items.map(strip) as T[],
      ...(LastEvaluatedKey ? { lastKey: strip(LastEvaluatedKey) as Record<string, string> } : {}),
    };
  }

  async function* queryAll<T extends Item>(input: QueryInput): AsyncGenerator<T> {
    let startKey = input.startKey;
    do {
      const page: QueryPage<T> = await query<T>({ ...input, startKey });
      yield* page.items;
      startKey = page.lastKey;
    } while (startKey);
  }

  async function transact(writes: Write[]): Promise<void> {
    if (writes.length > 100) throw new RangeError(`A transaction takes 100 actions, not ${writes.length}`);
    const TransactItems = writes.map((write) => toTransactItem(tableName, write, add));
    await retryingConflicts(() => client.send(guarded(new TransactWriteCommand({ TransactItems }))));
  }

  async function put(item: Item, condition: Condition): Promise<boolean> {
    const input = { TableName: tableName, Item: add(item), ...conditionOf(condition) };
    return unlessRefused(() => client.send(guarded(new PutCommand(input))));
  }

  async function deleteOne(key: Key, condition: Condition): Promise<boolean> {
    const input = { TableName: tableName, Key: add(key), ...conditionOf(condition) };
    return unlessRefused(() => client.send(guarded(new DeleteCommand(input))));
  }

  async function batchWrite(writes: Array<{ put: Item } | { delete: Key }>): Promise<void> {
    for (let start = 0; start < writes.length; start += 25) {
      let pending = writes
        .slice(start, start + 25)
        .map((write) =>
          'put' in write
            ? { PutRequest: { Item: add(write.put) } }
            : { DeleteRequest: { Key: add(write.delete) } },
        );
      for (let attempt = 0; pending.length > 0; attempt++) {
        await pauseBefore(attempt);
        const command = new BatchWriteCommand({ RequestItems: { [tableName]: pending } });
        const { UnprocessedItems } = await answeringBusy(() => client.send(guarded(command)));
        pending = (UnprocessedItems?.[tableName] ?? []) as typeof pending;
      }
    }
  }

  function toQuery({ pk, index, sk, limit, reverse = false, startKey, consistent = false }: QueryInput) {
    const sort = sk ? toSortExpression(sk) : undefined;
    const own = index ?? '';
    return {
      TableName: tableName,
      ...(index ? { IndexName: index } : { ConsistentRead: consistent }),
      KeyConditionExpression: ['#pk = :pk', sort?.expression].filter(Boolean).join(' AND '),
      ExpressionAttributeNames: { '#pk': `${own}pk`, ...(sort ? { '#sk': `${own}sk` } : {}) },
      ExpressionAttributeValues: { ...add({ ':pk': pk }), ...sort?.values },
      ScanIndexForward: !reverse,
      ...(limit ? { Limit: limit } : {}),
      ...(startKey ? { ExclusiveStartKey: add(startKey) } : {}),
    };
  }

  return { get, batchGet, query, queryAll, transact, put, delete: deleteOne, batchWrite };
}

/** What is not a tenant's is reached with the function's own rights. */
function isTenant(owner: string): boolean {
  return owner.startsWith('ten_');
}

function toSortExpression(sk: SortCondition): { expression: string; values: Record<string, string> } {
  if ('beginsWith' in sk) return { expression: 'begins_with(#sk, :s)', values: { ':s': sk.beginsWith } };
  if ('between' in sk) {
    return { expression: '#sk BETWEEN :a AND :b', values: { ':a': sk.between[0], ':b': sk.between[1] } };
  }
  if ('lt' in sk) return { expression: '#sk < :s', values: { ':s': sk.lt } };
  if ('lte' in sk) return { expression: '#sk <= :s', values: { ':s': sk.lte } };
  if ('gt' in sk) return { expression: '#sk > :s', values: { ':s': sk.gt } };
  return { expression: '#sk >= :s', values: { ':s': sk.gte } };
}

async function pauseBefore(attempt: number): Promise<void> {
  if (attempt === 0) return;
  const limitMs = Math.min(2_000, 50 * 2 ** attempt);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * limitMs));
}

export type { Item, Key, Write };
export { ConditionFailedError, INDEX_NAMES };
