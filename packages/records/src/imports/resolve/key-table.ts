/**
 * Remembers in which row of a file each match value came first: 12 bytes a place instead of the value itself, so that a
 * million rows fit in 25 MB. Two values out of a million are taken for one with a chance of 1 in 30 million.
 */
export interface KeyTable {
  /** The row that `key` was added with first; `row` itself when it is new. */
  add(key: string, row: number): number;
  find(key: string): number | undefined;
}

export function createKeyTable(): KeyTable {
  let capacity = 1_024;
  let size = 0;
  let high = new Uint32Array(capacity);
  let low = new Uint32Array(capacity);
  // Rows count from 1, so 0 marks a free place.
  let rows = new Uint32Array(capacity);

  function placeOf(first: number, second: number): number {
    let place = first & (capacity - 1);
    while (rows[place] !== 0 && (high[place] !== first || low[place] !== second)) {
      place = (place + 1) & (capacity - 1);
    }
    return place;
  }

  function grow(): void {
    const old = { high, low, rows };
    capacity *= 2;
    high = new Uint32Array(capacity);
    low = new Uint32Array(capacity);
    rows = new Uint32Array(capacity);
    for (let place = 0; place < old.rows.length; place++) {
      const row = old.rows[place] ?? 0;
      if (row !== 0) put(old.high[place] ?? 0, old.low[place] ?? 0, row);
    }
  }

  function put(first: number, second: number, row: number): number {
    const place = placeOf(first, second);
    const known = rows[place];
    if (known) return known;
    high[place] = first;
    low[place] = second;
    rows[place] = row;
    return row;
  }

  function add(key: string, row: number): number {
    if (size * 2 >= capacity) grow();
    const [first, second] = hashed(key);
    const known = put(first, second, row);
    if (known === row) size++;
    return known;
  }

  function find(key: string): number | undefined {
    const [first, second] = hashed(key);
    return rows[placeOf(first, second)] || undefined;
  }

  return { add, find };
}

/** 64 bits in two halves, each mixed as MurmurHash3 mixes its end. */
function hashed(key: string): [number, number] {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let position = 0; position < key.length; position++) {
    const code = key.charCodeAt(position);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x85ebca6b) + (second >>> 15);
  }
  return [mixed(first), mixed(second ^ key.length)];
}

function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
