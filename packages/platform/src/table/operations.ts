import { fromWire, toWire, type WireMap } from './attribute-values';

export type Document = Record<string, unknown>;

export interface KeysToGet {
  readonly Keys: Document[];
  readonly ConsistentRead?: boolean | undefined;
}
export interface WriteRequest {
  readonly PutRequest?: { readonly Item: Document };
  readonly DeleteRequest?: { readonly Key: Document };
}
interface Expressions {
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Document;
}
export interface TransactPart extends Expressions {
  readonly TableName: string;
  readonly Item?: Document;
  readonly Key?: Document;
  readonly ConditionExpression?: string | undefined;
  readonly UpdateExpression?: string | undefined;
}
export type TransactItem = Partial<Record<'Put' | 'Update' | 'Delete' | 'ConditionCheck', TransactPart>>;

/** What the table is reached by, with items as documents. DynamoDB has more, and we have no use for it. */
export interface Operations {
  GetItem: {
    input: { TableName: string; Key: Document; ConsistentRead?: boolean };
    output: { Item?: Document };
  };
  BatchGetItem: {
    input: { RequestItems: Record<string, KeysToGet> };
    output: { Responses?: Record<string, Document[]>; UnprocessedKeys?: Record<string, KeysToGet> };
  };
  Query: {
    input: Expressions & {
      TableName: string;
      IndexName?: string;
      KeyConditionExpression: string;
      ExclusiveStartKey?: Document;
      ConsistentRead?: boolean;
      ScanIndexForward?: boolean;
      Limit?: number;
    };
    output: { Items?: Document[]; LastEvaluatedKey?: Document };
  };
  BatchWriteItem: {
    input: { RequestItems: Record<string, WriteRequest[]> };
    output: { UnprocessedItems?: Record<string, WriteRequest[]> };
  };
  TransactWriteItems: {
    input: { TransactItems: TransactItem[]; ClientRequestToken?: string };
    output: object;
  };
}
export type Operation = keyof Operations;

type Json = Record<string, unknown>;
type Change = (map: Json) => Json;

/** Members that hold an item, or a part of one, wherever an operation has them. */
const ITEMS = new Set(['Item', 'Key', 'ExpressionAttributeValues', 'ExclusiveStartKey', 'LastEvaluatedKey']);
/** Members that hold lists of them. */
const LISTS = new Set(['Keys', 'Items']);
/** Members whose own members are tables: a table may be called whatever it likes. */
const TABLES = new Set(['RequestItems', 'Responses', 'UnprocessedKeys', 'UnprocessedItems']);

export function toWireInput(input: object): Json {
  return changed(input as Json, toWire as Change);
}

export function fromWireOutput(output: object): Json {
  return changed(output as Json, (map) => fromWire(map as WireMap));
}

function changed(part: Json, change: Change): Json {
  return mapValues(part, (value, name) => {
    if (value === undefined || value === null) return value;
    if (ITEMS.has(name)) return change(value as Json);
    if (LISTS.has(name)) return (value as Json[]).map(change);
    if (TABLES.has(name)) return mapValues(value as Json, (table) => inTable(table, name, change));
    if (name === 'TransactItems') {
      return (value as Json[]).map((action) => mapValues(action, (inner) => changed(inner as Json, change)));
    }
    return value;
  });
}

/** `Responses` lists a table's items, the others what was or is to be asked of it. */
function inTable(table: unknown, name: string, change: Change): unknown {
  if (!Array.isArray(table)) return changed(table as Json, change);
  if (name === 'Responses') return (table as Json[]).map(change);
  return (table as Json[]).map((request) => mapValues(request, (inner) => changed(inner as Json, change)));
}

function mapValues(map: Json, change: (value: unknown, name: string) => unknown): Json {
  const out: Json = {};
  for (const name of Object.keys(map)) out[name] = change(map[name], name);
  return out;
}
