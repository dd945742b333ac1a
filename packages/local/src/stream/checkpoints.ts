import * as z from 'zod';
import { readJson, writeAtomically } from '../files/json-file';

const END = 'end';

const checkpointsSchema = z.object({
  streamArn: z.string(),
  /** Nothing that was written before this is still to be delivered. */
  doneUntil: z.string(),
  /** By shard: the last settled sequence number, or `end` for a closed shard that is done. */
  shards: z.record(z.string(), z.string()),
});

export interface Checkpoints {
  /** Undefined for a shard that was not begun. */
  get(shardId: string): string | undefined;
  isDone(shardId: string): boolean;
  advance(shardId: string, sequenceNumber: string): void;
  finish(shardId: string): void;
  /** Forgets the shards that the stream no longer has. */
  keepOnly(shardIds: ReadonlySet<string>): void;
  doneUntil(): Date | undefined;
  setDoneUntil(at: Date): void;
  /** Writes what changed since the last save. */
  save(): Promise<void>;
}

/** How far a stream is done, on disk. A checkpoint that lags only means that consumers see some events twice. */
export async function openCheckpoints(path: string, streamArn: string): Promise<Checkpoints> {
  const stored = checkpointsSchema.safeParse(await readJson(path)).data;
  const isSameStream = stored?.streamArn === streamArn;
  const shards = new Map(Object.entries(isSameStream ? stored.shards : {}));
  let doneUntil = isSameStream ? stored.doneUntil : '';
  let isChanged = false;

  function set(shardId: string, value: string): void {
    shards.set(shardId, value);
    isChanged = true;
  }

  return {
    get: (shardId) => shards.get(shardId),
    isDone: (shardId) => shards.get(shardId) === END,
    advance: set,
    finish: (shardId) => set(shardId, END),
    keepOnly: (shardIds) => {
      for (const id of shards.keys()) if (!shardIds.has(id)) isChanged = shards.delete(id);
    },
    doneUntil: () => (doneUntil ? new Date(doneUntil) : undefined),
    setDoneUntil: (at) => {
      doneUntil = at.toISOString();
      isChanged = true;
    },
    save: async () => {
      if (!isChanged) return;
      isChanged = false;
      await writeAtomically(
        path,
        JSON.stringify({ streamArn, doneUntil, shards: Object.fromEntries(shards) }),
      );
    },
  };
}
