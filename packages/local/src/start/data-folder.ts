import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../files/json-file';
import { describeFileFailure, LocalError } from '../local-error';

const NEEDED_BYTES = 200 * 1024 * 1024;

/** Makes sure that there is a folder to keep everything in, that it can be written, and that its disk has room. */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const probe = join(folder, '.probe');
    await writeFile(probe, 'x'.repeat(64 * 1024), { flush: true });
    await rm(probe);
  } catch (error) {
    throw describeFileFailure(error, folder);
  }
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < NEEDED_BYTES) {
    const left = Math.floor((bavail * bsize) / 1024 / 1024);
    throw new LocalError(`The disk that holds ${folder} has only ${left} MB left, and Vinculo needs 200 MB.`);
  }
}

/** The secret that seals this folder's links, made at the first start. */
export async function readSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret');
  try {
    return await readFile(path, 'utf8');
  } catch {
    const secret = randomBytes(32).toString('base64url');
    await writeAtomically(path, secret);
    return secret;
  }
}
