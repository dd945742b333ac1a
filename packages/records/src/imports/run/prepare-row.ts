import { AppError } from '@vinculo/platform/errors';
import type { Write } from '@vinculo/platform/table/writes';
import { changesBetween, type Prepared, prepareCreate, prepareUpdate } from '../../records/prepare';
import { canReach, levelOf } from '../../records/reach';
import type { CrmRecord } from '../../types/record-type';
import type { RowIssue } from '../cells/parse-row';
import { createdId } from '../record-ids';
import type { MissingRecord } from '../resolve/references';
import type { Batch, BatchRow } from './batch';
import { fingerprintOf } from './fingerprint';
import { historyOf } from './history';
import { intentOf } from './intent';
import type { Job } from './job';
import { patchFor } from './merge';
import type { Outcome } from './outcome';
import { validate } from './validate';

/** A row that is decided: what becomes of it and what that takes. */
export interface PreparedRow {
  outcome: Outcome;
  writes: Write[];
  /** For each position in `writes` that guards a unique value, the field. */
  guards: Map<number, string>;
  /** The record as it will be. */
  record?: CrmRecord;
  missing: MissingRecord[];
}

/** Decides a row. `refusal` is what the table said against it at an earlier try. */
export async function prepareRow(
  job: Job,
  batch: Batch,
  row: BatchRow,
  refusal: RowIssue | undefined,
): Promise<PreparedRow> {
  if (refusal) return failed(row, [refusal]);
  const known = (id: string | undefined) => (id !== undefined && batch.records.has(id) ? id : undefined);
  const intent = intentOf({ ...row, match: known(row.match), twin: known(row.twin) }, job.item.settings);
  try {
    switch (intent.do) {
      case 'create':
        return await prepareNew(job, row);
      case 'update':
        return await prepareChange(job, row, batch.records.get(intent.id));
      case 'skip': {
        const { reason, id } = intent;
        return settled({ is: 'skipped', row: row.row, reason, ...(id ? { id } : {}) });
      }
      default:
        return failed(row, intent.issues);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return failed(row, issuesOf(job, error));
  }
}

async function prepareNew(job: Job, row: BatchRow): Promise<PreparedRow> {
  const { ctx, ruleCtx, item, model } = job;
  const checked = validate(job, row, 'create');
  if ('issues' in checked) return failed(row, checked.issues);
  if (levelOf(ctx, model.type, 'create') === 'none') return failed(row, [FORBIDDEN]);
  const id = createdId(model.type.idPrefix, item.sk, row.row);
  const prepared = await prepareCreate(ruleCtx, model, checked.values, { id, importId: item.sk });
  if (!canReach(ctx, model.type, 'create', prepared.record)) return failed(row, [NOT_YOURS]);
  return changed({ is: 'created', row: row.row, id }, prepared, row.missing);
}

async function prepareChange(job: Job, row: BatchRow, before: CrmRecord | undefined): Promise<PreparedRow> {
  const { ctx, ruleCtx, item, model } = job;
  if (!before || !canReach(ctx, model.type, 'update', before)) return failed(row, [FORBIDDEN]);
  const values = patchFor(model.type, before, row.values);
  const checked = validate(job, { ...row, values }, 'patch');
  if ('issues' in checked) return failed(row, checked.issues);
  const prepared = await prepareUpdate(ruleCtx, model, before, checked.values);
  const changes = Object.entries(changesBetween(model.type.fields, before, prepared.record));
  if (changes.length === 0) {
    return settled({ is: 'skipped', row: row.row, reason: 'unchanged', id: before.id });
  }
  const { updatedAt, updatedBy } = before;
  const outcome: Outcome = {
    is: 'updated',
    row: row.row,
    id: before.id,
    before: Object.fromEntries(changes.map(([name, change]) => [name, change.before])),
    stamp: { updatedAt, updatedBy },
    fingerprint: fingerprintOf(prepared.record),
  };
  const history = historyOf(ctx, item.sk, prepared.events);
  return changed(outcome, { ...prepared, writes: [...prepared.writes, ...history] }, row.missing);
}

function changed(
  outcome: Outcome,
  { record, writes, guards }: Prepared,
  missing: MissingRecord[],
): PreparedRow {
  return { outcome, writes, guards, record, missing };
}

function settled(outcome: Outcome): PreparedRow {
  return { outcome, writes: [], guards: new Map(), missing: [] };
}

function failed({ row }: BatchRow, issues: RowIssue[]): PreparedRow {
  return settled({ is: 'failed', row, issues: issues.slice(0, 5) });
}

const FORBIDDEN: RowIssue = { field: '', code: 'auth.forbidden', detail: 'Your role does not allow this.' };
const NOT_YOURS: RowIssue = {
  field: 'ownerId',
  code: 'record.owner_not_allowed',
  detail: 'Your role can create records only for you or your team.',
};

/** A rule of a capability refused the row. */
function issuesOf({ keyOf }: Job, error: AppError): RowIssue[] {
  if (error.errors.length === 0) return [{ field: '', code: error.code, detail: error.message }];
  return error.errors.map(({ pointer, code, detail, params }) => ({
    field: keyOf(pointer.split('/')[1] ?? ''),
    code,
    detail,
    ...(params ? { params } : {}),
  }));
}
