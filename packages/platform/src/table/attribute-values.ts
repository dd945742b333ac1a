/** A value as DynamoDB's JSON carries it. We store no sets: a list reads and writes the same. */
export type WireValue =
  | { S: string }
  | { N: string }
  | { B: string }
  | { BOOL: boolean }
  | { NULL: true }
  | { L: WireValue[] }
  | { M: WireMap };
export type WireMap = Record<string, WireValue>;

/** Leaves `undefined` out. Throws for what would not read back as it was: sets, dates, infinities, classes. */
export function toWire(item: object): WireMap {
  const map: WireMap = {};
  for (const [name, value] of Object.entries(item)) {
    if (value !== undefined) put(map, name, wireValue(value));
  }
  return map;
}

export function fromWire(map: WireMap): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  for (const name of Object.keys(map)) put(item, name, plainValue(map[name]));
  return item;
}

function wireValue(value: unknown): WireValue {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be stored.`);
      return { N: String(value) };
    case 'boolean':
      return { BOOL: value };
    case 'object':
      if (value === null) return { NULL: true };
      if (Array.isArray(value)) return { L: value.filter((part) => part !== undefined).map(wireValue) };
      if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
      if (isPlain(value)) return { M: toWire(value) };
  }
  throw new TypeError(`A ${typeof value} cannot be stored.`);
}

function plainValue(value: WireValue | undefined): unknown {
  if (value === undefined) return undefined;
  if ('S' in value) return value.S;
  if ('N' in value) return safeNumber(value.N);
  if ('BOOL' in value) return value.BOOL;
  if ('NULL' in value) return null;
  if ('L' in value) return value.L.map(plainValue);
  if ('M' in value) return fromWire(value.M);
  if ('B' in value) return new Uint8Array(Buffer.from(value.B, 'base64'));
  throw new TypeError(`An attribute has an unknown type: ${Object.keys(value)}`);
}

function safeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    throw new RangeError(`${text} is too large to be read exactly.`);
  }
  return number;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Sets a member as JSON does: a plain assignment of one name would set the prototype instead. */
function put<T>(map: Record<string, T>, name: string, value: T): void {
  if (name !== '__proto__') map[name] = value;
  else Object.defineProperty(map, name, { value, writable: true, enumerable: true, configurable: true });
}
