export interface Figures {
  /** Milliseconds. */
  p50: number;
  p95: number;
  perSecond: number;
  count: number;
}

/** Runs `call` over and over from `clients` loops for about `seconds`, after a warm-up. */
export async function measure(
  clients: number,
  seconds: number,
  call: (turn: number) => Promise<unknown>,
): Promise<Figures> {
  await loop(clients, Math.min(1, seconds / 3), call);
  const startedMs = performance.now();
  const durations = await loop(clients, seconds, call);
  const elapsedSeconds = (performance.now() - startedMs) / 1_000;
  const sorted = durations.toSorted((a, b) => a - b);
  return {
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    perSecond: durations.length / elapsedSeconds,
    count: durations.length,
  };
}

async function loop(
  clients: number,
  seconds: number,
  call: (turn: number) => Promise<unknown>,
): Promise<number[]> {
  const durations: number[] = [];
  const endMs = performance.now() + seconds * 1_000;
  let turn = 0;
  async function client(): Promise<void> {
    while (performance.now() < endMs) {
      const startedMs = performance.now();
      await call(turn++);
      durations.push(performance.now() - startedMs);
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
  return durations;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
