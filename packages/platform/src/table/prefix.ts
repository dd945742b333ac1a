import { INDEX_NAMES } from './schema';

const PARTITION_KEYS = new Set(['pk', ':pk', ...INDEX_NAMES.map((name) => `${name}pk`)]);

/** Adds the tenant to each partition key of an item, and takes it off again. */
export function keysWithin(prefix: string) {
  function add<T extends object>(item: T): T {
    return mapKeys(item, (key) => prefix + key);
  }
  function strip<T extends object>(item: T): T {
    return mapKeys(item, (key) => (key.startsWith(prefix) ? key.slice(prefix.length) : key));
  }
  return { add, strip };
}

function mapKeys<T extends object>(item: T, change: (key: string) => string): T {
  const entries = Object.entries(item).map(([name, value]) => [
    name,
    PARTITION_KEYS.has(name) && typeof value === 'string' ? change(value) : value,
  ]);
  return Object.fromEntries(entries) as T;
}
