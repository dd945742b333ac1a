import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { InitializeMiddleware, MiddlewareStack } from '@smithy/types';
import { INDEX_NAMES } from './schema';

/** A bug, never an answer: some code named a key outside its tenant (T2). */
export class KeyGuardError extends Error {
  constructor(command: string, reason: string) {
    super(`${command} refused: ${reason}`);
    this.name = 'KeyGuardError';
  }
}

const PARTITION_KEYS = ['pk', ...INDEX_NAMES.map((name) => `${name}pk`)];
const GUARDED = Symbol('guarded');

type Json = Record<string, unknown>;

/**
 * Lets a command through only when every partition key it names, of the table and of each index, begins with `prefix`.
 * Commands whose keys can't be seen (Scan, PartiQL, anything new) are refused.
 */
export function guardKeys(prefix: string): InitializeMiddleware<object, object> {
  return (next, context) => (args) => {
    assertKeysWithin(prefix, context.commandName ?? 'UnknownCommand', args.input as Json);
    Object.assign(context, { [GUARDED]: true });
    return next(args);
  };
}

/** Makes the client itself refuse whatever did not pass through `guardKeys`. */
export function refuseUnguarded(client: DynamoDBDocumentClient): void {
  const stack = client.middlewareStack as unknown as MiddlewareStack<object, object>;
  stack.add(
    (next, context) => (args) => {
      if (!(context as { [GUARDED]?: boolean })[GUARDED]) {
        throw new KeyGuardError(context.commandName ?? 'UnknownCommand', 'it carries no tenant guard');
      }
      return next(args);
    },
    { step: 'initialize', priority: 'low', name: 'refuseUnguarded' },
  );
}

export function assertKeysWithin(prefix: string, command: string, input: Json): void {
  const keys = partitionKeysOf(command, input);
  if (keys.length === 0) throw new KeyGuardError(command, 'it names no key');
  for (const key of keys) {
    if (typeof key !== 'string' || !key.startsWith(prefix) || key.length === prefix.length) {
      throw new KeyGuardError(command, 'it names a key outside its tenant');
    }
  }
}

function partitionKeysOf(command: string, input: Json): unknown[] {
  switch (command) {
    case 'GetCommand':
    case 'GetItemCommand':
    case 'DeleteCommand':
    case 'DeleteItemCommand':
      return keysIn(command, input.Key);
    case 'UpdateCommand':
    case 'UpdateItemCommand':
      return [...keysIn(command, input.Key), ...keysSetBy(command, input)];
    case 'PutCommand':
    case 'PutItemCommand':
      return keysIn(command, input.Item);
    case 'QueryCommand':
      return [keyQueried(command, input), ...keysIn(command, input.ExclusiveStartKey)];
    case 'BatchGetCommand':
    case 'BatchGetItemCommand':
      return Object.values(input.RequestItems as Record<string, { Keys: Json[] }>).flatMap((part) =>
        part.Keys.flatMap((key) => keysIn(command, key)),
      );
    case 'BatchWriteCommand':
    case 'BatchWriteItemCommand':
      return Object.values(input.RequestItems as Record<string, Json[]>)
        .flat()
        .flatMap((request) => [
          ...keysIn(command, (request.PutRequest as Json | undefined)?.Item),
          ...keysIn(command, (request.DeleteRequest as Json | undefined)?.Key),
        ]);
    case 'TransactWriteCommand':
    case 'TransactWriteItemsCommand':
    case 'TransactGetCommand':
    case 'TransactGetItemsCommand':
      return (input.TransactItems as Json[]).flatMap((action) => keysOfAction(command, action));
    default:
      throw new KeyGuardError(command, 'its keys cannot be checked');
  }
}

function keysOfAction(command: string, action: Json): unknown[] {
  const part = Object.values(action)[0] as Json;
  const keys = keysIn(command, part.Item ?? part.Key);
  if (keys.length === 0) throw new KeyGuardError(command, 'an action names no key');
  return [...keys, ...keysSetBy(command, part)];
}

function keysIn(command: string, record: unknown): unknown[] {
  if (!record) return [];
  const values = record as Json;
  if (!('pk' in values))
    throw new KeyGuardError(command, 'it names something by another key than the partition key');
  return PARTITION_KEYS.filter((name) => name in values).map((name) => plain(values[name]));
}

/** Index keys that an update sets. They must be plain values under placeholders, so that they can be seen. */
function keysSetBy(command: string, part: Json): unknown[] {
  if (part.AttributeUpdates) throw new KeyGuardError(command, 'it changes attributes in the old form');
  const expression = part.UpdateExpression as string | undefined;
  if (!expression) return [];
  if (/\bgsi\dpk\b/.test(expression))
    throw new KeyGuardError(command, 'an index key is set without a placeholder');
  const names = (part.ExpressionAttributeNames ?? {}) as Record<string, string>;
  const values = (part.ExpressionAttributeValues ?? {}) as Json;
  const changed = expression.replace(/\bREMOVE\b[\s\S]*?(?=\b(?:SET|ADD|DELETE)\b|$)/gi, '');
  return Object.entries(names)
    .filter(([placeholder, name]) => PARTITION_KEYS.includes(name) && mentions(changed, placeholder))
    .map(([placeholder]) => {
      const value = new RegExp(`${placeholder}\\s*=\\s*(:\\w+)\\s*(?:,|$|ADD|DELETE)`, 'i').exec(
        changed,
      )?.[1];
      if (!value) throw new KeyGuardError(command, 'an index key is set to what cannot be seen');
      return plain(values[value]);
    });
}

function mentions(expression: string, placeholder: string): boolean {
  return new RegExp(`${placeholder}(?!\\w)`).test(expression);
}

function keyQueried(command: string, input: Json): unknown {
  const match = /^\s*(#\w+)\s*=\s*(:\w+)/.exec(String(input.KeyConditionExpression ?? ''));
  const name = (input.ExpressionAttributeNames as Record<string, string> | undefined)?.[match?.[1] ?? ''];
  const value = (input.ExpressionAttributeValues as Json | undefined)?.[match?.[2] ?? ''];
  const expected = input.IndexName ? `${String(input.IndexName)}pk` : 'pk';
  if (name !== expected)
    throw new KeyGuardError(command, 'its key condition does not begin with the partition key');
  return plain(value);
}

/** Reads a value in document form or in wire form. */
function plain(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'S' in value ? value.S : value;
}
