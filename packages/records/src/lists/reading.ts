import type { UserContext } from '@vinculo/identity/access/user-context';
import { InvalidError } from '@vinculo/platform/errors';
import { fromItem, isInCard, type RecordItem } from '../records/item';
import { recordKey } from '../records/keys';
import { canReach } from '../records/reach';
import type { CrmRecord, RecordType } from '../types/record-type';
import type { Condition } from './condition';
import { fieldOf } from './field-of';
import { matches } from './matches';
import { planList } from './plan';
import { readInOrder } from './read-in-order';
import { resolved } from './relative-values';
import { SEPARATOR, sortable } from './sort-key';

/** Records that one request may look at before it answers 422 `list.too_broad` (T9). */
export const READ_BUDGET = 12_000;

export interface Reading {
  ctx: UserContext;
  type: RecordType;
  conditions: Condition[];
  sortField: string;
  isDescending: boolean;
  needsWholeRecords: boolean;
  /** Where the page before ended, in the order of this list. */
  after: string | undefined;
  pageSize: number;
  found?: readonly string[] | undefined;
}

interface Entry {
  record: CrmRecord;
  /** Sorts as the list does; unique in it. */
  position: string;
}

interface Wanted {
  filter?: readonly Condition[] | undefined;
  sort?: string | undefined;
  fields?: readonly string[] | undefined;
}

/** Throws 422 for a field that does not exist or that the role hides. */
export function toReading(
  ctx: UserContext,
  type: RecordType,
  { filter = [], sort, fields }: Wanted,
  limit: number,
  after: string | undefined,
): Reading {
  const conditions = filter.map((condition) => resolved(ctx, condition));
  for (const { field } of conditions) fieldOf(ctx, type, field, 'filter');
  for (const field of fields ?? []) fieldOf(ctx, type, field, 'fields');
  const sortField = (sort ?? defaultSort(type)).replace(/^-/, '');
  // The order that a list has by itself tells no value, even of a field that the role hides; a wanted one might.
  if (sort) fieldOf(ctx, type, sortField, 'sort');
  const named = [...conditions.map(({ field }) => field), ...(fields ?? []), sortField];
  return {
    ctx,
    type,
    conditions,
    sortField,
    isDescending: (sort ?? defaultSort(type)).startsWith('-'),
    needsWholeRecords: named.some((field) => !isInCard(type, field)),
    after,
    // Where only some of what is read is shown, larger pages save round trips.
    pageSize: planList(ctx, type, conditions).isExact ? limit + 1 : 500,
  };
}

/** Newest first where lists are in order of creation, else ascending. */
function defaultSort(type: RecordType): string {
  return type.indexes.sort === 'createdAt' ? '-createdAt' : type.indexes.sort;
}

type Found = AsyncGenerator<Entry>;

/** The records of a list in its order, each with its position for a cursor. */
export function readRecords(reading: Reading): Found {
  const isIndexOrder = reading.sortField === reading.type.indexes.sort && !reading.found;
  return isIndexOrder ? readInIndexOrder(reading, READ_BUDGET) : readSorted(reading);
}

/** The same without a budget, and whole records: for jobs. */
export function readAll(reading: Reading): Found {
  const whole = { ...reading, needsWholeRecords: true };
  const isIndexOrder = reading.sortField === reading.type.indexes.sort && !reading.found;
  return isIndexOrder ? readInIndexOrder(whole, Number.POSITIVE_INFINITY) : readSorted(whole);
}

async function* readInIndexOrder(reading: Reading, budget: number): Found {
  const { ctx, type, conditions, isDescending, after, pageSize } = reading;
  const plan = planList(ctx, type, conditions);
  let looked = 0;
  let batch: Entry[] = [];
  for await (const { item, sortKey } of readInOrder(ctx, { plan, isDescending, after, pageSize })) {
    if (++looked > budget) throw tooBroad(conditions, reading.sortField);
    batch.push({ record: fromItem(item), position: sortKey });
    if (batch.length < pageSize) continue;
    yield* accepted(reading, batch);
    batch = [];
  }
  yield* accepted(reading, batch);
}

/** An order that no index has: looks at everything the filter may show, within the budget, and sorts it. */
async function* readSorted(reading: Reading): Found {
  const { sortField, isDescending, after } = reading;
  const all: Entry[] = [];
  const whole = { ...reading, after: undefined, isDescending: false, pageSize: 1_000 };
  const source = reading.found ? readFound(whole, reading.found) : readInIndexOrder(whole, READ_BUDGET);
  for await (const { record } of source) {
    all.push({ record, position: `${sortable(record[sortField])}${SEPARATOR}${record.id}` });
  }
  all.sort((left, right) => (left.position < right.position ? -1 : 1));
  if (isDescending) all.reverse();
  const isAfter = (position: string) =>
    after === undefined || (isDescending ? position < after : position > after);
  yield* all.filter(({ position }) => isAfter(position));
}

async function* readFound(reading: Reading, ids: readonly string[]): Found {
  const items = await reading.ctx.table.batchGet<RecordItem>(ids.map(recordKey));
  const live = items.filter((item) => item.type === reading.type.name && !item.deletedAt);
  const records = live.map((item) => ({ record: fromItem(item), position: '' }));
  yield* accepted(
    { ...reading, needsWholeRecords: false, conditions: [] },
    records.filter(({ record }) => reading.conditions.every((condition) => matches(record, condition))),
  );
}

async function* accepted(reading: Reading, batch: Entry[]): Found {
  const { ctx, type, conditions, needsWholeRecords } = reading;
  const cheap = conditions.filter(({ field }) => isInCard(type, field));
  const candidates = batch.filter(
    ({ record }) =>
      canReach(ctx, type, 'read', record) && cheap.every((condition) => matches(record, condition)),
  );
  if (!needsWholeRecords) {
    yield* candidates;
    return;
  }
  const items = await ctx.table.batchGet<RecordItem>(candidates.map(({ record }) => recordKey(record.id)));
  const wholes = new Map(items.map((item) => [item.pk, item]));
  for (const { record, position } of candidates) {
    const item = wholes.get(record.id);
    if (!item || item.deletedAt) continue;
    const whole = fromItem(item);
    if (conditions.every((condition) => matches(whole, condition))) yield { record: whole, position };
  }
}

function tooBroad(conditions: readonly Condition[], sortField: string): InvalidError {
  const field = conditions[0]?.field ?? sortField;
  return new InvalidError(
    'list.too_broad',
    'This list looks at too many records. Add a condition that narrows it.',
    {
      errors: [
        {
          pointer: conditions.length > 0 ? '?filter' : '?sort',
          code: 'list.too_broad',
          detail: `${field} is not indexed, and more than ${READ_BUDGET} records would be read.`,
          params: { field, maximum: READ_BUDGET },
        },
      ],
    },
  );
}
