/** How deliveries misbehave; the same seed misbehaves the same way. */
export interface Chaos {
  seed: number;
  /** Share of deliveries that happen twice. Default 0.3. */
  duplicates?: number;
  /** Whether events arrive in any order. Default true. */
  reorder?: boolean;
}

export interface Disorder {
  /** The same things in another order, some of them twice. */
  scramble<T>(things: T[]): T[];
  repeats(): boolean;
}

export const noDisorder: Disorder = { scramble: (things) => things, repeats: () => false };

export function createDisorder({ seed, duplicates = 0.3, reorder = true }: Chaos): Disorder {
  const random = mulberry32(seed);
  const repeats = () => random() < duplicates;

  function scramble<T>(things: T[]): T[] {
    const all = [...things, ...things.filter(repeats)];
    if (!reorder) return all;
    return all
      .map((thing) => ({ thing, rank: random() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ thing }) => thing);
  }

  return { scramble, repeats };
}

/** A small seeded generator of numbers in [0, 1). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
