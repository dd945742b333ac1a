import type { JsonFolder } from './json-folder';

/** The same as a folder on disk, for tests. Things are stored as copies, as a file would. */
export function createMemoryFolder<T>(): JsonFolder<T> {
  const files = new Map<string, T>();
  return {
    all: async () => [...files.keys()].sort().flatMap((name) => copyOf(files.get(name)) ?? []),
    get: async (name) => copyOf(files.get(name)),
    put: async (name, value) => {
      files.set(name, structuredClone(value));
    },
    remove: async (name) => {
      files.delete(name);
    },
  };
}

function copyOf<T>(value: T | undefined): T | undefined {
  return value === undefined ? undefined : structuredClone(value);
}
