import type { UserContext } from '@vinculo/identity/access/user-context';
import { AppError, NotFoundError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { isIdOf, newId } from '@vinculo/platform/ids';
import type { Item, Key } from '@vinculo/platform/table/writes';
import { type FileUpload, MAX_FILE_BYTES, type NewFile } from './schema';

/** A file that somebody announced; its bytes are an object of the same tenant. */
export interface FileItem extends Item {
  kind: 'file';
  name: string;
  size: number;
  contentType: string;
  createdBy: string;
  createdAt: string;
  expiresAt: number;
}

const KEPT_SECONDS = 7 * 86_400;

const fileKey = (id: string): Key => ({ pk: id, sk: 'file' });

export const fileObjectName = (id: string): string => `files/${id}`;

/** Reserves an id and a link to upload to. Throws 413 for a file above the limit. */
export async function announceFile(ctx: UserContext, file: NewFile): Promise<FileUpload> {
  requireSize(file.size);
  const now = ctx.clock.now();
  const fileId = newId('fil', now);
  const item: FileItem = {
    ...fileKey(fileId),
    kind: 'file',
    ...file,
    createdBy: ctx.actor.id,
    createdAt: now.toISOString(),
    expiresAt: Math.floor(now.getTime() / 1000) + KEPT_SECONDS,
  };
  await commit(ctx, [{ put: item, if: 'absent' }], [], [{ type: 'file', id: fileId }]);
  return toUpload(ctx, item);
}

/** The link to upload to, for a file of the actor's own that was announced. Throws 404 for others. */
export async function findUpload(ctx: UserContext, fileId: string): Promise<FileUpload> {
  return toUpload(ctx, await findAnnounced(ctx, fileId));
}

async function toUpload(ctx: UserContext, { pk: fileId, contentType, size }: FileItem): Promise<FileUpload> {
  const upload = { contentType, maxBytes: size };
  const uploadUrl = await ctx.ports.objects.uploadUrl(ctx.tenantId, fileObjectName(fileId), upload);
  return { fileId, uploadUrl, maxBytes: size };
}

/** A file of the actor's own with its true size. Throws 404 for others' and for one that was never uploaded. */
export async function findFile(ctx: UserContext, fileId: string): Promise<FileItem> {
  const item = await findAnnounced(ctx, fileId);
  const size = await ctx.ports.objects.size(ctx.tenantId, fileObjectName(fileId));
  if (size === undefined) {
    throw new NotFoundError('file.not_uploaded', 'The file was announced but not uploaded.');
  }
  requireSize(size);
  return { ...item, size };
}

async function findAnnounced(ctx: UserContext, fileId: string): Promise<FileItem> {
  const item = isIdOf('fil', fileId) ? await ctx.table.get<FileItem>(fileKey(fileId)) : undefined;
  const isGone = !item || item.expiresAt * 1000 <= ctx.clock.now().getTime();
  if (isGone || item.createdBy !== ctx.actor.id)
    throw new NotFoundError('file.not_found', 'There is no such file.');
  return item;
}

function requireSize(size: number): void {
  if (size <= MAX_FILE_BYTES) return;
  const megabytes = MAX_FILE_BYTES / 1024 / 1024;
  throw new AppError(413, 'file.too_large', `A file may have at most ${megabytes} MB.`, {
    errors: [
      {
        pointer: '/size',
        code: 'file.too_large',
        detail: `At most ${megabytes} MB.`,
        params: { maximum: MAX_FILE_BYTES },
      },
    ],
  });
}
