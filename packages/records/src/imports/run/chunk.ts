import { commit } from '@vinculo/platform/events/commit';
import type { Key, Write } from '@vinculo/platform/table/writes';
import { prepareCreate } from '../../records/prepare';
import type { CrmRecord } from '../../types/record-type';
import { recordsImported } from '../events';
import { chunkKey, sliceKey } from '../keys';
import { keptUntil } from '../repository';
import type { MissingRecord } from '../resolve/references';
import type { Job } from './job';
import { type ChunkItem, changedFields, type Outcome, toRanges } from './outcome';
import type { PreparedRow } from './prepare-row';

/** The table takes a hundred actions: the chunk's own item, the check of its slice, and an event for each type. */
const MOST_WRITES = 100 - 5;
/** The table takes 4 MB; texts of several bytes a character and the attributes' names need room. */
const MOST_CHARACTERS = 1_200_000;
/** What others' states before take in the chunk's own item. */
const MOST_KEPT_CHARACTERS = 80_000;

/** What a position in a chunk's transaction was about, when the table refuses it. */
export interface Part {
  row: number;
  /** The unique value's field. */
  guard?: string;
  missing?: MissingRecord;
}

/** Rows that one transaction writes together. */
export interface Chunk {
  outcomes: Outcome[];
  writes: Write[];
  parts: Part[];
  records: CrmRecord[];
  missing: MissingRecord[];
  /** Adds a row; false when it doesn't fit and belongs into the next chunk. */
  add(row: PreparedRow): Promise<boolean>;
}

/** `created` holds ids of missing records that exist by now. */
export function openChunk(job: Job, created: ReadonlySet<string>): Chunk {
  const touched = new Set<string>();
  let characters = 0;
  let kept = 0;
  const chunk: Chunk = { outcomes: [], writes: [], parts: [], records: [], missing: [], add };

  async function add(prepared: PreparedRow): Promise<boolean> {
    const { outcome, writes, guards, record } = prepared;
    const missing = prepared.missing.filter(({ id }) => !created.has(id) && !touched.has(id));
    const others = await Promise.all(missing.map((one) => writesOfMissing(job, one)));
    const count = chunk.writes.length + writes.length + others.flat().length;
    const own = outcome.is === 'created' ? 0 : JSON.stringify(outcome).length;
    const size = JSON.stringify(writes).length;
    const isFull =
      count > MOST_WRITES || characters + size > MOST_CHARACTERS || kept + own > MOST_KEPT_CHARACTERS;
    // The table takes no two actions on one item, and the second row must see what the first did.
    const isTouched = writes.some((write) => touched.has(nameOf(write)));
    if (chunk.outcomes.length > 0 && (isFull || isTouched)) return false;
    for (const [position, write] of writes.entries()) {
      const guard = guards.get(position);
      push(write, { row: outcome.row, ...(guard === undefined ? {} : { guard }) });
    }
    for (const [position, one] of missing.entries()) {
      for (const write of others[position] ?? []) push(write, { row: outcome.row, missing: one });
      touched.add(one.id);
    }
    characters += size;
    kept += own;
    chunk.missing.push(...missing);
    chunk.outcomes.push(outcome);
    if (record) chunk.records.push(record);
    return true;
  }

  function push(write: Write, part: Part): void {
    touched.add(nameOf(write));
    chunk.writes.push(write);
    chunk.parts.push(part);
  }

  return chunk;
}

async function writesOfMissing({ ctx, item }: Job, { model, id, values }: MissingRecord): Promise<Write[]> {
  return (await prepareCreate(ctx, model, values, { id, importId: item.sk })).writes;
}

function nameOf(write: Write): string {
  const key: Key =
    'put' in write
      ? write.put
      : 'update' in write
        ? write.update
        : 'delete' in write
          ? write.delete
          : write.check;
  return `${key.pk}\n${key.sk}`;
}

/** Positions of the chunk's own actions in its transaction; those of `writes` follow. */
export const OWN_ITEM = 0;
export const SLICE_OPEN = 1;
export const FIRST_WRITE = 2;

/** Writes a chunk: rows, their guards, one event and what an undo needs, all or nothing, once. */
export async function commitChunk(
  job: Job,
  slice: number,
  sequence: number,
  chunk: Chunk,
): Promise<ChunkItem> {
  const { ctx, item, model } = job;
  const { outcomes, missing } = chunk;
  const own: ChunkItem = {
    ...chunkKey(item.sk, slice, sequence),
    kind: 'import-chunk',
    last: outcomes.at(-1)?.row ?? 0,
    created: toRanges(outcomes.flatMap((outcome) => (outcome.is === 'created' ? [outcome.row] : []))),
    others: outcomes.filter((outcome) => outcome.is !== 'created'),
    missing: missing.map((one) => [one.model.type.name, one.id]),
    undone: 0,
    expiresAt: keptUntil(ctx),
  };
  const idsByType = new Map<string, string[]>();
  const note = (type: string, id: string) => idsByType.set(type, [...(idsByType.get(type) ?? []), id]);
  for (const { id } of chunk.records) note(model.type.name, id);
  for (const one of missing) note(one.model.type.name, one.id);
  await commit(
    ctx,
    [{ put: own, if: 'absent' }, { check: sliceKey(item.sk, slice), if: 'absent' }, ...chunk.writes],
    [...idsByType].map(([type, ids]) => {
      const fields = type === model.type.name ? changedFields(outcomes) : [];
      return recordsImported(item.sk, type, ids, { fields });
    }),
  );
  return own;
}
