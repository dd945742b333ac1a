import type { UserContext } from '@vinculo/identity/access/user-context';
import { AppError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import { recordKey } from '@vinculo/records/records/keys';
import { prepareCreate } from '@vinculo/records/records/prepare';
import { updateRecord } from '@vinculo/records/records/service';
import { opportunityModel } from '../catalogue';
import { listPipelines } from '../pipelines/service';
import { composeSample, type Sample, type SampleMove, type SampleRecord } from './compose';
import { addSampleRates, missingRates } from './rates';
import { asRequester } from './requester';
import { readState, type SampleState, whileLoading, writeState } from './state';

/**
 * Loads the sample data that an event asks for: the same records each time it is delivered, and none once it has been
 * thrown away again, in whatever order the events come (D5, D6). Throws, to be tried again, while what an earlier
 * request loaded is still there.
 */
export async function loadSampleData(ctx: UserContext, event: DomainEvent): Promise<void> {
  const { version = 0 } = event.subject;
  const before = await readState(ctx);
  if (before && before.version > version) return;
  if (before?.version === version && before.status !== 'loading') return;
  if (before && before.version < version && before.status !== 'removed') {
    throw new Error('The sample data of an earlier request is still there');
  }
  const by = asRequester(ctx, event);
  const now = new Date(event.at);
  const sample = await compose(by, event.id, now);
  const state = before?.version === version ? before : await begin(by, before, version, sample, now);
  await addSampleRates(by, state.rates);
  if (!(await addRecords(by, sample.records, state))) return;
  for (const step of sample.moves) await move(by, step);
  await writeState(by, state, { ...state, status: 'loaded' });
}

async function compose(ctx: UserContext, loadId: string, now: Date): Promise<Sample> {
  const { locale, currency, timeZone } = ctx.tenant;
  const pipelines = await listPipelines(ctx);
  const stages = pipelines.find(({ isDefault }) => isDefault)?.stages ?? [];
  return composeSample({ loadId, now, locale, currency, timeZone, stages });
}

async function begin(
  ctx: UserContext,
  before: SampleState | undefined,
  version: number,
  { records }: Sample,
  now: Date,
): Promise<SampleState> {
  const ids = records.map(({ id }) => id);
  const rates = await missingRates(ctx, now);
  return writeState(ctx, before, { version, status: 'loading', ids, rates });
}

/** Answers false when the sample data was thrown away meanwhile. */
async function addRecords(
  ctx: UserContext,
  records: readonly SampleRecord[],
  state: SampleState,
): Promise<boolean> {
  const keys = records.map(({ id }) => recordKey(id));
  const present = new Set((await ctx.table.batchGet(keys, { consistent: true })).map(({ pk }) => pk));
  // One after another: activities look at what they are about.
  for (const record of records) {
    if (!present.has(record.id) && !(await add(ctx, record, state))) return false;
  }
  return true;
}

async function add(
  ctx: UserContext,
  { id, model, at, values }: SampleRecord,
  state: SampleState,
): Promise<boolean> {
  const then = inThePast(ctx, at);
  const { writes, events } = await prepareCreate(then, model, values, { id, isSample: true });
  try {
    await commit(then, [...writes, whileLoading(state)], events);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    return !error.failed.includes(writes.length);
  }
  return true;
}

/** A step is taken once, and not at all when somebody has changed or deleted the opportunity. */
async function move(ctx: UserContext, { id, version, at, patch }: SampleMove): Promise<void> {
  try {
    await updateRecord(inThePast(ctx, at), opportunityModel, id, patch, version);
  } catch (error) {
    if (!(error instanceof AppError) || (error.status !== 412 && error.status !== 404)) throw error;
  }
}

function inThePast(ctx: UserContext, at: Date): UserContext {
  return { ...ctx, clock: { now: () => at } };
}
