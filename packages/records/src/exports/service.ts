import { Readable } from 'node:stream';
import { fieldAccess } from '@vinculo/identity/access/access';
import { actingAs } from '@vinculo/identity/access/acting-as';
import type { UserContext } from '@vinculo/identity/access/user-context';
import type { TenantContext } from '@vinculo/platform/context';
import { AppError, ForbiddenError, InvalidError, NotFoundError } from '@vinculo/platform/errors';
import { commit, type NewEvent } from '@vinculo/platform/events/commit';
import { isIdOf, newId } from '@vinculo/platform/ids';
import { fieldOf } from '../lists/field-of';
import { toReading } from '../lists/reading';
import { levelOf } from '../records/reach';
import { findIds } from '../search/find-ids';
import type { Catalogue } from '../types/catalogue';
import type { RecordType } from '../types/record-type';
import { type ExportItem, exportKey, exportObjectName, toExport } from './items';
import type { Export, NewExport } from './schema';
import { csvOf } from './write-csv';

const KEPT_SECONDS = 7 * 86_400;
const PROGRESS_EVERY_MS = 1_500;

/**
 * Asks for a file of the records that a list would show. Throws 422 naming a field that does not exist or that the role
 * hides. Who exported what stays in the audit log.
 */
export async function startExport(ctx: UserContext, catalogue: Catalogue, input: NewExport): Promise<Export> {
  const type = catalogue.find(input.type)?.type;
  if (!type) {
    throw new InvalidError('export.unknown_type', 'There is no such record type.', {
      errors: [{ pointer: '/type', code: 'export.unknown_type', detail: 'There is no such record type.' }],
    });
  }
  if (levelOf(ctx, type, 'read') === 'none') throw new ForbiddenError();
  const { filter = [], sort, q } = input;
  const fields = input.fields ?? shownFields(ctx, type);
  for (const field of fields) fieldOf(ctx, type, field, 'fields');
  // Refuses a filter or order that the list would refuse.
  toReading(ctx, type, { filter, sort }, 1, undefined);
  const now = ctx.clock.now();
  const item: ExportItem = {
    ...exportKey(newId('exp', now)),
    kind: 'export',
    recordType: type.name,
    filter,
    ...(sort ? { sort } : {}),
    ...(q ? { q } : {}),
    fields,
    locale: ctx.locale,
    status: 'running',
    rows: 0,
    createdAt: now.toISOString(),
    createdBy: ctx.actor.id,
    expiresAt: Math.floor(now.getTime() / 1000) + KEPT_SECONDS,
  };
  await commit(ctx, [{ put: item, if: 'absent' }], [exportEvent(item, 'requested')]);
  return toExport(item, undefined);
}

/** An export of the actor's own, with a link to its file once it is there. */
export async function getExport(ctx: UserContext, id: string): Promise<Export> {
  const item = isIdOf('exp', id) ? await ctx.table.get<ExportItem>(exportKey(id)) : undefined;
  const isGone = !item || item.expiresAt * 1000 <= ctx.clock.now().getTime();
  if (isGone || item.createdBy !== ctx.actor.id) throw new NotFoundError();
  if (item.status !== 'done') return toExport(item, undefined);
  const fileName = `${item.recordType}-${item.createdAt.slice(0, 10)}.csv`;
  const name = exportObjectName(id);
  return toExport(item, await ctx.ports.objects.downloadUrl(ctx.tenantId, name, fileName));
}

/**
 * Writes the file with the rights that its maker has now. A second time it writes the same file again. Throws for an
 * export that the tenant does not have (T4).
 */
export async function writeExport(ctx: TenantContext, catalogue: Catalogue, id: string): Promise<void> {
  const item = await ctx.table.get<ExportItem>(exportKey(id));
  if (!item) throw new NotFoundError();
  if (item.status !== 'running') return;
  const user = await actingAs(ctx, item.createdBy);
  if (!user?.access.permissions.includes('records.export')) return fail(ctx, item, NOT_ALLOWED);
  let rows = 0;
  let savedAtMs = ctx.clock.now().getTime();
  const onRows = async (count: number) => {
    rows += count;
    const nowMs = ctx.clock.now().getTime();
    if (nowMs - savedAtMs < PROGRESS_EVERY_MS) return;
    savedAtMs = nowMs;
    await ctx.table.transact([{ update: exportKey(id), set: { rows }, if: 'present' }]);
  };
  try {
    const found = item.q ? await findIds(user, catalogue, item.q, [item.recordType]) : undefined;
    const csv = csvOf(user, catalogue.model(item.recordType), { ...item, found }, onRows);
    const body = Readable.from(csv, { objectMode: true, highWaterMark: 1 });
    await ctx.ports.objects.put(ctx.tenantId, exportObjectName(id), body, 'text/csv; charset=utf-8');
  } catch (error) {
    // What the role hides by now, or an order over too many records: trying again would not help.
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    return fail(ctx, item, { code: error.code, detail: error.message });
  }
  await end(ctx, item, { status: 'done', rows });
}

const NOT_ALLOWED = {
  code: 'export.not_allowed',
  detail: 'Whoever started the export may not export any more.',
};
const GAVE_UP = {
  code: 'export.gave_up',
  detail: 'The file could not be written, although we tried several times. Start the export again.',
};

/** Ends an export that failed for the last time, so that nobody waits for it. */
export async function giveUpExport(ctx: TenantContext, id: string): Promise<void> {
  const item = await ctx.table.get<ExportItem>(exportKey(id));
  if (item?.status === 'running') await fail(ctx, item, GAVE_UP);
}

function fail(ctx: TenantContext, item: ExportItem, failure: NonNullable<Export['failure']>): Promise<void> {
  return end(ctx, item, { status: 'failed', failure });
}

async function end(
  ctx: TenantContext,
  item: ExportItem,
  outcome: Pick<ExportItem, 'failure'> & { status: 'done' | 'failed'; rows?: number },
): Promise<void> {
  const set = { ...outcome, finishedAt: ctx.clock.now().toISOString() };
  await commit(
    ctx,
    [{ update: exportKey(item.pk), set, if: { equals: { status: 'running' } } }],
    [exportEvent({ ...item, ...set }, outcome.status === 'done' ? 'finished' : 'failed')],
  );
}

function exportEvent(item: ExportItem, what: 'requested' | 'finished' | 'failed'): NewEvent {
  const { pk: exportId, recordType, filter, q, fields, rows, createdBy: userId } = item;
  return {
    type: `export.${what}`,
    subject: { type: 'export', id: exportId },
    data: { exportId, recordType, filter, ...(q ? { q } : {}), fields, rows, userId },
    isAudited: what === 'requested',
  };
}

function shownFields(ctx: UserContext, type: RecordType): string[] {
  const names = ['id', ...Object.keys(type.fields), 'ownerId', 'teamId', 'createdAt', 'updatedAt'];
  return names.filter((name) => fieldAccess(ctx.access, type.name, name) !== 'hidden');
}
