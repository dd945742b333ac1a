import { commit } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';
import type { RecordItem } from '../../records/item';
import { recordKey } from '../../records/keys';
import type { Catalogue } from '../../types/catalogue';
import { recordsImported } from '../events';
import { importKey } from '../keys';
import type { Job } from '../run/job';
import { type ChunkItem, changedFields } from '../run/outcome';
import { type Change, changesOf } from './changes';
import { takeBack } from './take-back';

/** Room for the mark in the chunk, the count in the import and an event for each type. */
const MOST_WRITES = 100 - 5;
const AT_ONCE = 90;

/**
 * Takes the changes of a chunk back, last first, some in a transaction with the mark of how far it is: it may be killed
 * anywhere and run again (D5).
 */
export async function undoChunk(job: Job, catalogue: Catalogue, chunk: ChunkItem): Promise<void> {
  const changes = changesOf(job, chunk);
  for (let undone = chunk.undone; undone < changes.length; ) {
    const next = await gather(job, catalogue, changes.slice(undone, undone + AT_ONCE));
    try {
      await commit(job.ctx, withMarks(job, chunk, undone, next), eventsOf(job, next.taken));
      undone += next.taken.length;
    } catch (error) {
      if (!(error instanceof ConditionFailedError)) throw error;
      // Another delivery moved the mark, or somebody changed a record just now: look again.
      const found = await job.ctx.table.get<ChunkItem>({ pk: chunk.pk, sk: chunk.sk });
      undone = found?.undone ?? undone;
    }
  }
}

interface Gathered {
  taken: Change[];
  writes: Write[];
  conflicts: number;
}

/** As many changes as fit into one transaction, with what takes them back from how the records are now. */
async function gather(job: Job, catalogue: Catalogue, changes: readonly Change[]): Promise<Gathered> {
  const ids = [...new Set(changes.map(({ id }) => id))];
  const items = await job.ctx.table.batchGet<RecordItem>(ids.map(recordKey), { consistent: true });
  const current = new Map(items.map((item) => [item.pk, item]));
  const touched = new Set<string>();
  const gathered: Gathered = { taken: [], writes: [], conflicts: 0 };
  for (const change of changes) {
    const writes = await takeBack(job, catalogue, change, current.get(change.id));
    const names = writes.map(nameOf);
    const isTouched = touched.has(change.id) || names.some((name) => touched.has(name));
    if (isTouched || gathered.writes.length + writes.length > MOST_WRITES) break;
    for (const name of [change.id, ...names]) touched.add(name);
    gathered.taken.push(change);
    gathered.writes.push(...writes);
    if (writes.some((write) => 'put' in write && write.put.kind === 'import-conflict')) gathered.conflicts++;
  }
  return gathered;
}

function withMarks({ item }: Job, chunk: ChunkItem, undone: number, next: Gathered): Write[] {
  const mark: Write = {
    update: { pk: chunk.pk, sk: chunk.sk },
    set: { undone: undone + next.taken.length },
    if: { equals: { undone } },
  };
  const count: Write = { update: importKey(item.sk), add: { conflicts: next.conflicts } };
  return [mark, ...next.writes, ...(next.conflicts > 0 ? [count] : [])];
}

function eventsOf({ item, model }: Job, taken: readonly Change[]) {
  const idsByType = new Map<string, string[]>();
  for (const change of taken) {
    const type = change.is === 'created' ? change.type : model.type.name;
    const ids = idsByType.get(type) ?? [];
    ids.push(change.id);
    idsByType.set(type, ids);
  }
  return [...idsByType].map(([type, ids]) => {
    const fields = type === model.type.name ? changedFields(taken) : [];
    return recordsImported(item.sk, type, ids, { isUndo: true, fields });
  });
}

function nameOf(write: Write): string {
  const key =
    'put' in write
      ? write.put
      : 'update' in write
        ? write.update
        : 'delete' in write
          ? write.delete
          : write.check;
  return `${key.pk}\n${key.sk}`;
}
