import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describeFileFailure, LocalError } from '../local-error';
import { downloadArchive } from './archive';

export const ENGINE_VERSION = '2.6.1';

const run = promisify(execFile);
const pom = fileURLToPath(new URL('../../dynamodb/pom.xml', import.meta.url));

/**
 * Makes sure that DynamoDB Local lies in `<folder>/<version>` and returns that path. Its licence forbids bundling it, so
 * Maven fetches it by our pinned pom, or its publisher's archive is taken where Maven is missing. Two processes may call
 * this at once: each fetches into a folder of its own and the first to finish wins.
 */
export async function installEngine(folder: string, say: (line: string) => void = () => {}): Promise<string> {
  const installed = join(folder, ENGINE_VERSION);
  if (existsSync(installed)) return installed;
  say('Fetching DynamoDB Local (once, about 50 MB) …');
  const incoming = await newFolder(folder);
  try {
    if (await hasMaven()) await fetchWithMaven(incoming);
    else await downloadArchive(incoming);
    await rename(incoming, installed).catch((error: unknown) => {
      if (!existsSync(installed)) throw error;
    });
  } catch (error) {
    throw describeFileFailure(error, folder);
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
  return installed;
}

async function newFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    return await mkdtemp(join(folder, 'incoming-'));
  } catch (error) {
    throw describeFileFailure(error, folder);
  }
}

async function hasMaven(): Promise<boolean> {
  return run('mvn', ['--version']).then(
    () => true,
    () => false,
  );
}

async function fetchWithMaven(target: string): Promise<void> {
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  const options = [
    '-q',
    '-B',
    '-ntp',
    '-f',
    pom,
    goal,
    `-DoutputDirectory=${target}`,
    '-DincludeScope=runtime',
  ];
  try {
    await run('mvn', options, { cwd: dirname(pom), timeout: 300_000 });
  } catch (error) {
    throw new LocalError(`Maven could not fetch DynamoDB Local ${ENGINE_VERSION}: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

/** Maven says what went wrong in its first [ERROR] line and repeats itself from there on. */
function reasonOf(error: unknown): string {
  const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
  const reason = /\[ERROR\] (.+?)(?: -> \[Help|\n|$)/.exec(output)?.[1];
  return reason ?? (error instanceof Error ? error.message : String(error));
}
