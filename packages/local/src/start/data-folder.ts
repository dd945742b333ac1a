import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../files/json-file';
import { describeFileFailure, LocalError } from '../local-error';

const NEEDED_MB = 200;
const LOW_MB = 5;
const WATCH_EVERY_MS = 5_000;

/** Makes sure that there is a folder to keep everything in, that it can be written, and that its disk has room. */
export async function prepareDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    // On a read-only disk Node says that the folder does not exist.
    throw isAbsent(error)
      ? new LocalError(`Vinculo can't create the folder ${folder}: choose another with DATA_FOLDER.`)
      : describeFileFailure(error, folder);
  });
  try {
    const probe = join(folder, '.probe');
    await writeFile(probe, 'x'.repeat(64 * 1024), { flush: true });
    await rm(probe);
  } catch (error) {
    throw describeFileFailure(error, folder);
  }
  const left = await roomIn(folder);
  if (left < NEEDED_MB) {
    throw new LocalError(
      `The disk that holds ${folder} has only ${left} MB left, and Vinculo needs ${NEEDED_MB} MB.`,
    );
  }
}

/** Says once when the disk runs full, because from then on changes are refused. Returns how to stop watching. */
export function watchRoom(folder: string, say: (line: string) => void): () => Promise<void> {
  let isLow = false;
  const watching = setInterval(async () => {
    const left = await roomIn(folder).catch(() => NEEDED_MB);
    if (left < LOW_MB && !isLow) {
      say(`The disk that holds ${folder} is full: changes are refused until you free some space.`);
    }
    isLow = left < LOW_MB;
  }, WATCH_EVERY_MS);
  return async () => clearInterval(watching);
}

async function roomIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 1024 / 1024);
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
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
