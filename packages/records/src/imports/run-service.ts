import type { UserContext } from '@vinculo/identity/access/user-context';
import { ConflictError, NotFoundError } from '@vinculo/platform/errors';
import type { Write } from '@vinculo/platform/table/writes';
import type { Catalogue } from '../types/catalogue';
import { wordsOf } from './cells/text';
import { importEnded, jobRequested } from './events';
import { type ImportItem, NO_TALLY, toImport } from './items';
import { memoryKey, objects } from './keys';
import { changeImport, requireStatus } from './repository';
import { readOwn, requireEditable, requireModeAllowed } from './rights';
import type { Import } from './schema';

/** Asks for the whole file to be read and held against the rules; nothing of it is written as records. */
export async function checkImport(ctx: UserContext, catalogue: Catalogue, id: string): Promise<Import> {
  const item = await readOwn(ctx, id);
  requireEditable(item);
  requireModeAllowed(ctx, catalogue.model(item.recordType).type, item.settings);
  const set: Partial<ImportItem> = {
    ...NO_TALLY,
    status: 'checking',
    check: item.check + 1,
    checkedBytes: 0,
    startedBy: ctx.actor.id,
  };
  return toImport(
    await changeImport(ctx, item, { set, remove: ['failure'], event: jobRequested(item, 'check') }),
  );
}

/**
 * Asks for the rows to be written. Throws 409 unless the file was checked as it is set now. For one that runs already it
 * opens what got stuck, and one that failed goes on where it stopped.
 */
export async function startImport(ctx: UserContext, catalogue: Catalogue, id: string): Promise<Import> {
  const item = await readOwn(ctx, id);
  requireStatus(item, 'checked', 'running', ...(isHalfDone(item) ? ['failed' as const] : []));
  requireModeAllowed(ctx, catalogue.model(item.recordType).type, item.settings);
  const isAgain = item.status === 'running';
  const set: Partial<ImportItem> = {
    status: 'running',
    startedAt: item.startedAt ?? ctx.clock.now().toISOString(),
    startedBy: isAgain ? (item.startedBy ?? ctx.actor.id) : ctx.actor.id,
    locale: isAgain ? (item.locale ?? ctx.locale) : ctx.locale,
  };
  const writes = item.status === 'checked' ? [memoryOf(item)] : [];
  return toImport(
    await changeImport(ctx, item, {
      set,
      remove: ['failure', 'finishedAt'],
      event: jobRequested({ ...item, ...set }, 'start'),
      writes,
    }),
  );
}

/** Whether it failed while its rows were written, and nothing of them has been taken back. */
function isHalfDone({ startedAt, undoneBy }: ImportItem): boolean {
  return startedAt !== undefined && undoneBy === undefined;
}

/** Stops after the chunk that is being written. What is written stays, and can be undone. */
export async function cancelImport(ctx: UserContext, id: string): Promise<Import> {
  const item = await readOwn(ctx, id);
  requireStatus(item, 'checking', 'running');
  if (item.status === 'checking')
    return toImport(await changeImport(ctx, item, { set: { status: 'draft' } }));
  const set: Partial<ImportItem> = { status: 'cancelled', finishedAt: ctx.clock.now().toISOString() };
  return toImport(
    await changeImport(ctx, item, { set, event: importEnded({ ...item, ...set }, 'cancelled') }),
  );
}

/** Asks for all that the import did to be taken back, updates included. */
export async function undoImport(ctx: UserContext, id: string): Promise<Import> {
  const item = await readOwn(ctx, id);
  // One that failed in its check has nothing to take back.
  requireStatus(item, 'done', 'cancelled', 'undoing', ...(item.startedAt ? ['failed' as const] : []));
  const set: Partial<ImportItem> = { status: 'undoing', undoneBy: ctx.actor.id };
  const event = jobRequested({ ...item, ...set }, 'undo');
  return toImport(await changeImport(ctx, item, { set, remove: ['failure'], event }));
}

/** A link to the file that says what became of each row. Throws 404 before there is one. */
export async function resultLink(ctx: UserContext, id: string): Promise<string> {
  const item = await readOwn(ctx, id);
  const name = objects.result(id);
  if ((await ctx.ports.objects.size(ctx.tenantId, name)) === undefined) {
    throw item.status === 'running'
      ? new ConflictError('import.wrong_status', 'The import is running.', {
          extra: { importStatus: item.status },
        })
      : new NotFoundError('import.no_result', 'This import has no result file.');
  }
  const fileName = `${item.fileName.replace(/\.\w+$/, '')}-result.csv`;
  return ctx.ports.objects.downloadUrl(ctx.tenantId, name, fileName);
}

const MOST_REMEMBERED = 300;

/** What the columns of this file were mapped to helps the next one. */
function memoryOf({ recordType, settings }: ImportItem): Write {
  const entries = settings.mapping.flatMap(({ column, field }) => (field ? [[wordsOf(column), field]] : []));
  const fields = Object.fromEntries(entries.slice(0, MOST_REMEMBERED));
  return { put: { ...memoryKey(recordType), kind: 'import-memory', fields } };
}
