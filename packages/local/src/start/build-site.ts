import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeAtomically } from '../files/json-file';
import { LocalError } from '../local-error';

/** Everything that the web client is built from, relative to the repository. */
const SOURCES = [
  'package-lock.json',
  'web',
  'packages/client/src',
  'packages/records/src',
  'packages/sales/src',
];
const NOT_SOURCES = /(^|\/)(dist|node_modules|\.tanstack)(\/|$)|\.gen\.ts$|\.test\.tsx?$/;

/** Builds the web client into `web/dist`, unless the one there was built from the same sources. */
export async function buildSite(root: string, say: (line: string) => void): Promise<string> {
  const web = join(root, 'web');
  const site = join(web, 'dist');
  const stampFile = join(root, 'node_modules/.cache/vinculo/site-sources');
  const stamp = await stampOf(root);
  const built = await readFile(stampFile, 'utf8').catch(() => '');
  if (built === stamp && existsSync(join(site, 'index.html'))) return site;
  say('Building the web client …');
  try {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    // Whatever runs this, a test runner among others, React's slow and talkative build is never meant.
    const env = { ...process.env, NODE_ENV: 'production' };
    await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: web, env });
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new LocalError(`The web client does not build:\n${output.trim()}`, { cause: error });
  }
  await writeAtomically(stampFile, stamp);
  return site;
}

/** Changes whenever a source is added, removed, or saved. */
async function stampOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const isFile = (await stat(join(root, source))).isFile();
    const names = isFile ? [''] : (await readdir(join(root, source), { recursive: true })).sort();
    for (const name of names) {
      if (NOT_SOURCES.test(name)) continue;
      const found = await stat(join(root, source, name));
      // A folder's time changes with generated files in it.
      if (found.isFile()) hash.update(`${source}/${name}:${found.size}:${found.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
