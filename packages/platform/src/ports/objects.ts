import type { Readable } from 'node:stream';

/** Object storage. Names are relative to the tenant, as `imports/<id>/source`. */
export interface Objects {
  put(tenantId: string, name: string, body: Buffer | string | Readable, contentType: string): Promise<void>;
  /** Throws `NotFoundError` when there is none. `range` is in bytes, end exclusive. */
  read(tenantId: string, name: string, range?: { start: number; end?: number }): Promise<Readable>;
  size(tenantId: string, name: string): Promise<number | undefined>;
  remove(tenantId: string, name: string): Promise<void>;
  /** A link that takes one PUT of at most `maxBytes`, valid for 15 minutes. */
  uploadUrl(
    tenantId: string,
    name: string,
    options: { contentType: string; maxBytes: number },
  ): Promise<string>;
  /** A link that answers GET with an attachment of that name, valid for 15 minutes. */
  downloadUrl(tenantId: string, name: string, fileName: string): Promise<string>;
}
