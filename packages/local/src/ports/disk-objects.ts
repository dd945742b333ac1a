import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '@vinculo/platform/clock';
import { NotFoundError } from '@vinculo/platform/errors';
import type { Objects } from '@vinculo/platform/ports/objects';
import { readJson, writeAtomically } from '../files/json-file';
import { type ObjectLink, sealLink } from './object-link';

export interface DiskObjectsOptions {
  folder: string;
  /** Origin of the links. */
  appUrl: string;
  secret: string;
  clock: Clock;
}

export interface DiskObjects extends Objects {
  contentType(tenantId: string, name: string): Promise<string>;
}

const LINK_VALID_MS = 15 * 60_000;

/** Objects as files. Each appears as a whole: content first under another name, then renamed. */
export function createDiskObjects({ folder, appUrl, secret, clock }: DiskObjectsOptions): DiskObjects {
  const pathOf = (tenantId: string, name: string) => join(folder, safePath(`${tenantId}/${name}`));
  const typePathOf = (tenantId: string, name: string) => `${pathOf(tenantId, name)}.type`;

  async function put(tenantId: string, name: string, body: Buffer | string | Readable, contentType: string) {
    const path = pathOf(tenantId, name);
    const draft = `${path}.${randomUUID()}.tmp`;
    await mkdir(dirname(path), { recursive: true });
    try {
      await pipeline(
        typeof body === 'string' || Buffer.isBuffer(body) ? Readable.from([body]) : body,
        createWriteStream(draft, { flush: true }),
      );
      await writeAtomically(typePathOf(tenantId, name), JSON.stringify(contentType));
      await rename(draft, path);
    } finally {
      await rm(draft, { force: true });
    }
  }

  async function size(tenantId: string, name: string): Promise<number | undefined> {
    return stat(pathOf(tenantId, name)).then(
      (found) => found.size,
      () => undefined,
    );
  }

  async function read(
    tenantId: string,
    name: string,
    range?: { start: number; end?: number },
  ): Promise<Readable> {
    if ((await size(tenantId, name)) === undefined) throw new NotFoundError();
    const { start = 0, end } = range ?? {};
    if (end !== undefined && end <= start) return Readable.from([]);
    return createReadStream(pathOf(tenantId, name), {
      start,
      ...(end === undefined ? {} : { end: end - 1 }),
    });
  }

  async function remove(tenantId: string, name: string): Promise<void> {
    await rm(pathOf(tenantId, name), { force: true });
    await rm(typePathOf(tenantId, name), { force: true });
  }

  function linkTo(link: Omit<ObjectLink, 'expiresAtMs'>): string {
    safePath(`${link.tenantId}/${link.name}`);
    return `${appUrl}/files/${sealLink(secret, { ...link, expiresAtMs: clock.now().getTime() + LINK_VALID_MS })}`;
  }

  return {
    put,
    read,
    size,
    remove,
    uploadUrl: async (tenantId, name, upload) => linkTo({ tenantId, name, upload }),
    downloadUrl: async (tenantId, name, fileName) => linkTo({ tenantId, name, fileName }),
    contentType: async (tenantId, name) => {
      const type = await readJson(typePathOf(tenantId, name));
      return typeof type === 'string' ? type : 'application/octet-stream';
    },
  };
}

/** A name is folders and a file; anything that could lead out of the tenant's folder is a bug of ours. */
function safePath(name: string): string {
  const isSafe = name.split('/').every((part) => /^[\w-][\w.-]*$/.test(part));
  if (!isSafe) throw new Error(`"${name}" is no object name`);
  return name;
}
