import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';

export interface Key {
  pk: string;
  sk: string;
}
export type Item = Key & Record<string, unknown>;

/** `below` holds when the stored number is lower than the given one, or the item or attribute is absent. */
export type Condition =
  | 'absent'
  | 'present'
  | { equals: Record<string, unknown> }
  | { below: Record<string, number> };

/** One action of a transaction, in keys relative to the tenant. */
export type Write =
  | { put: Item; if?: Condition }
  | {
      update: Key;
      set?: Record<string, unknown>;
      add?: Record<string, number>;
      remove?: string[];
      if?: Condition;
    }
  | { delete: Key; if?: Condition }
  | { check: Key; if: Condition };

/** Counts one more of what there may be at most `most` of. */
export function countUpTo(most: number, counter: Key, kind: string): Write {
  return { update: counter, add: { count: 1 }, set: { kind }, if: { below: { count: most } } };
}

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Translates a write into a DynamoDB transaction action; `inTenant` adds the tenant to every key. */
export function toTransactItem(
  tableName: string,
  write: Write,
  inTenant: <T extends object>(item: T) => T,
): TransactItem {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const name = placing('#a', names);
  const value = placing(':v', values);
  const condition = write.if ? toConditionExpression(write.if, name, value) : undefined;
  const updateExpression = 'update' in write ? toUpdateExpression(write, inTenant, name, value) : undefined;
  const shared = {
    TableName: tableName,
    ...(condition ? { ConditionExpression: condition } : {}),
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
  if ('put' in write) return { Put: { ...shared, Item: inTenant(write.put) } };
  if ('delete' in write) return { Delete: { ...shared, Key: inTenant(write.delete) } };
  if ('check' in write) {
    return { ConditionCheck: { ...shared, Key: inTenant(write.check), ConditionExpression: condition } };
  }
  return { Update: { ...shared, Key: inTenant(write.update), UpdateExpression: updateExpression } };
}

/** A condition with its own placeholders, for a command that writes one item. */
export function conditionOf(condition: Condition) {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const expression = toConditionExpression(condition, placing('#a', names), placing(':v', values));
  return {
    ConditionExpression: expression,
    ExpressionAttributeNames: names,
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
}

function placing<T>(mark: string, placed: Record<string, T>): Placeholder<T> {
  return (content) => {
    const placeholder = `${mark}${Object.keys(placed).length}`;
    placed[placeholder] = content;
    return placeholder;
  };
}

type Placeholder<T> = (content: T) => string;

function toConditionExpression(
  condition: Condition,
  name: Placeholder<string>,
  value: Placeholder<unknown>,
): string {
  if (condition === 'absent') return `attribute_not_exists(${name('pk')})`;
  if (condition === 'present') return `attribute_exists(${name('pk')})`;
  if ('equals' in condition) {
    return Object.entries(condition.equals)
      .map(([attribute, expected]) =>
        expected === undefined
          ? `attribute_not_exists(${name(attribute)})`
          : `${name(attribute)} = ${value(expected)}`,
      )
      .join(' AND ');
  }
  return Object.entries(condition.below)
    .map(([attribute, limit]) => {
      const placeholder = name(attribute);
      return `(attribute_not_exists(${placeholder}) OR ${placeholder} < ${value(limit)})`;
    })
    .join(' AND ');
}

function toUpdateExpression(
  write: Extract<Write, { update: Key }>,
  inTenant: <T extends object>(item: T) => T,
  name: Placeholder<string>,
  value: Placeholder<unknown>,
): string {
  const sets = Object.entries(inTenant(write.set ?? {})).map(
    ([key, content]) => `${name(key)} = ${value(content)}`,
  );
  const adds = Object.entries(write.add ?? {}).map(([key, delta]) => `${name(key)} ${value(delta)}`);
  const removes = (write.remove ?? []).map((key) => name(key));
  return [
    sets.length > 0 ? `SET ${sets.join(', ')}` : '',
    adds.length > 0 ? `ADD ${adds.join(', ')}` : '',
    removes.length > 0 ? `REMOVE ${removes.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
