/** Makes what is asked for by a key once, and forgets what was asked for least recently when there are more than `most`. */
export function recentlyUsed<T extends object>(most: number, make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const found = kept.get(key) ?? make(key);
    // The order of a map is that of insertion, so what is put again is the newest.
    kept.delete(key);
    kept.set(key, found);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return found;
  };
}
