import type { UserContext } from '@vinculo/identity/access/user-context';
import { ForbiddenError, NotFoundError } from '@vinculo/platform/errors';
import { levelOf } from '../records/reach';
import type { RecordType } from '../types/record-type';
import type { ImportItem, ImportSettings } from './items';
import { readImport, requireStatus } from './repository';

/** An import of the actor's own, or any for who manages the tenant: it shows what is in the file. Throws 404. */
export async function readOwn(ctx: UserContext, id: string): Promise<ImportItem> {
  const item = await readImport(ctx, id);
  if (!mayRead(ctx, item)) throw new NotFoundError();
  return item;
}

export function mayRead(ctx: UserContext, item: ImportItem): boolean {
  return item.createdBy === ctx.actor.id || ctx.access.permissions.includes('tenant.manage');
}

export function requireEditable(item: ImportItem): void {
  if (item.startedAt === undefined) requireStatus(item, 'draft', 'checked', 'failed');
  else requireStatus(item, 'draft');
}

/** Throws 403 unless the role may do to records of the type what the mode does. */
export function requireModeAllowed(
  ctx: UserContext,
  type: RecordType,
  { mode, onDuplicate }: ImportSettings,
): void {
  const creates = mode !== 'update';
  const updates = mode !== 'create' || onDuplicate === 'update';
  const isAllowed =
    (!creates || levelOf(ctx, type, 'create') !== 'none') &&
    (!updates || levelOf(ctx, type, 'update') !== 'none');
  if (!isAllowed) throw new ForbiddenError();
}
