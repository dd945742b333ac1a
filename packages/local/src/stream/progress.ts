/** How far a shard is done: everything before it is settled, so a restart begins after it. */
export interface Progress {
  /** A batch was published; `settled` resolves when all consumers are done with it. Call in stream order. */
  add(sequenceNumber: string, settled: Promise<void>, size: number): void;
  /** Events that were published and are not settled; what is done but waits behind them costs nothing. */
  outstanding(): number;
  /** Resolves when everything added so far is settled. */
  whenSettled(): Promise<void>;
}

/** Calls `onAdvance` with the last sequence number of the longest settled run of batches from the start. */
export function createProgress(onAdvance: (sequenceNumber: string) => void): Progress {
  const batches: { sequenceNumber: string; size: number; isSettled: boolean }[] = [];
  const pending = new Set<Promise<void>>();

  function add(sequenceNumber: string, settled: Promise<void>, size: number): void {
    const batch = { sequenceNumber, size, isSettled: false };
    batches.push(batch);
    const done = settled.then(() => {
      pending.delete(done);
      batch.isSettled = true;
      advance();
    });
    pending.add(done);
  }

  function advance(): void {
    let last: string | undefined;
    while (batches[0]?.isSettled) last = batches.shift()?.sequenceNumber;
    if (last !== undefined) onAdvance(last);
  }

  async function whenSettled(): Promise<void> {
    while (pending.size > 0) await Promise.all(pending);
  }

  const outstanding = () => batches.reduce((sum, { size, isSettled }) => sum + (isSettled ? 0 : size), 0);
  return { add, whenSettled, outstanding };
}
