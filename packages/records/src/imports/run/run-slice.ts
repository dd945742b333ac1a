import type { TenantContext } from '@vinculo/platform/context';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { RowIssue } from '../cells/parse-row';
import type { ImportItem, LayoutItem } from '../items';
import { chunksOf } from '../keys';
import type { SourceRow } from '../reading/row-file';
import { findImport } from '../repository';
import { type Batch, match, openBatch } from './batch';
import { type Chunk, commitChunk, FIRST_WRITE, OWN_ITEM, openChunk, SLICE_OPEN } from './chunk';
import type { Job } from './job';
import type { ChunkItem } from './outcome';
import { prepareRow } from './prepare-row';

/** A row that the table refuses so often is refused for good. */
const MOST_TRIES = 4;
/** How often a slice looks whether the import was cancelled or has failed elsewhere. */
const LOOK_EVERY_MS = 1_000;

/** The chunks of a slice that are written, in their order. */
export async function readChunks(
  { ctx, item }: { ctx: TenantContext; item: ImportItem },
  slice: number,
): Promise<ChunkItem[]> {
  const chunks: ChunkItem[] = [];
  const query = { pk: item.sk, sk: { beginsWith: chunksOf(slice) }, consistent: true };
  for await (const chunk of ctx.table.queryAll<ChunkItem>(query)) chunks.push(chunk);
  return chunks;
}

/** Why a slice stopped: everything is written, somebody cancelled, the import failed, or another delivery closed it. */
export type SliceEnd = 'complete' | 'cancelled' | 'failed' | 'closed';

/**
 * Writes the rows of a slice that are not written yet, chunk after chunk. What was written before is found by its
 * chunks, so it may be killed anywhere and run again, twice at once too: each row is whole or absent, and never twice
 * (D4, D5).
 */
export async function runSlice(
  job: Job,
  layout: LayoutItem,
  slice: number,
  source: readonly SourceRow[],
): Promise<{ end: SliceEnd; chunks: ChunkItem[] }> {
  const stopped = createStopWatch(job);
  for (;;) {
    const chunks = await readChunks(job, slice);
    const settledBefore = chunks.at(-1)?.last ?? 0;
    const rest = source.filter(({ row }) => row > settledBefore);
    if (rest.length === 0) return { end: 'complete', chunks };
    const batch = await openBatch(job, layout, slice, rest);
    const end = await writeBatch(job, batch, slice, chunks, stopped);
    if (end !== 'overtaken') return { end, chunks };
  }
}

/** Adds to `chunks` what it writes; `overtaken` when another delivery of the slice wrote one meanwhile. */
async function writeBatch(
  job: Job,
  batch: Batch,
  slice: number,
  chunks: ChunkItem[],
  stopped: StopWatch,
): Promise<SliceEnd | 'overtaken'> {
  const created = new Set<string>();
  const refusals = new Map<number, RowIssue>();
  let tries = 0;
  for (let position = 0; position < batch.rows.length; ) {
    const end = await stopped();
    if (end) return end;
    const chunk = await fillChunk(job, batch, position, created, refusals);
    try {
      chunks.push(await commitChunk(job, slice, chunks.length, chunk));
    } catch (error) {
      if (!(error instanceof ConditionFailedError)) throw error;
      if (error.failed.includes(SLICE_OPEN)) return 'closed';
      if (error.failed.includes(OWN_ITEM)) return 'overtaken';
      await learn(job, batch, chunk, error.failed, created, refusals, ++tries > MOST_TRIES);
      continue;
    }
    tries = 0;
    position += chunk.outcomes.length;
    for (const record of chunk.records) batch.records.set(record.id, record);
    for (const { id } of chunk.missing) created.add(id);
  }
  return 'complete';
}

async function fillChunk(
  job: Job,
  batch: Batch,
  from: number,
  created: ReadonlySet<string>,
  refusals: ReadonlyMap<number, RowIssue>,
): Promise<Chunk> {
  const chunk = openChunk(job, created);
  // Whether a row's twin above exists is known only once that one is written.
  const pending = new Set<string>();
  for (let position = from; position < batch.rows.length; position++) {
    const row = batch.rows[position];
    if (!row) break;
    if ((row.twin && pending.has(row.twin)) || (row.match && pending.has(row.match))) break;
    const prepared = await prepareRow(job, batch, row, refusals.get(row.row));
    if (!(await chunk.add(prepared))) break;
    if (prepared.record) pending.add(prepared.record.id);
  }
  return chunk;
}

/** Finds out why the table refused a chunk, so that the next try knows better. */
async function learn(
  job: Job,
  batch: Batch,
  chunk: Chunk,
  failed: readonly number[],
  created: Set<string>,
  refusals: Map<number, RowIssue>,
  isEnough: boolean,
): Promise<void> {
  const parts = failed.flatMap((position) => chunk.parts[position - FIRST_WRITE] ?? []);
  const { matchBy, mode, onDuplicate } = job.item.settings;
  for (const { row, guard, missing } of parts) {
    if (missing) created.add(missing.id);
    else if (guard !== undefined && (guard !== matchBy || (mode === 'create' && onDuplicate === 'create'))) {
      const detail = 'Another record has this value.';
      refusals.set(row, { field: job.keyOf(guard), code: 'record.not_unique', detail });
    } else if (isEnough) {
      refusals.set(row, {
        field: '',
        code: 'record.conflict',
        detail: 'Something it depends on kept changing.',
      });
    }
  }
  const rows = new Set(parts.map(({ row }) => row));
  await match(
    job,
    batch,
    batch.rows.filter(({ row }) => rows.has(row)),
  );
}

type StopWatch = () => Promise<'cancelled' | 'failed' | undefined>;

function createStopWatch({ ctx, item }: Job): StopWatch {
  let lookedAtMs = ctx.clock.now().getTime();
  return async () => {
    const nowMs = ctx.clock.now().getTime();
    if (nowMs - lookedAtMs < LOOK_EVERY_MS) return undefined;
    lookedAtMs = nowMs;
    const status = (await findImport(ctx, item.sk))?.status;
    if (status === 'running') return undefined;
    return status === 'failed' ? 'failed' : 'cancelled';
  };
}
