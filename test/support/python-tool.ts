import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../..');

/** A program from PyPI, in a virtual environment of its own under the repository. */
export interface PythonTool {
  name: string;
  version: string;
  /** Where its environment lies, which git ignores. */
  folder: string;
}

/** Puts the pinned version there unless it is, and gives the folder of its programs. */
export async function installPythonTool({ name, version, folder }: PythonTool): Promise<string> {
  const programs = join(ROOT, folder, 'bin');
  const pip = join(programs, 'pip');
  if (!existsSync(pip)) await run('python3', ['-m', 'venv', join(ROOT, folder)]);
  const { stdout } = await run(pip, ['list', '--format=freeze', '--disable-pip-version-check']);
  if (stdout.includes(`${name}==${version}\n`)) return programs;
  await run(pip, ['install', '--quiet', '--disable-pip-version-check', `${name}==${version}`]);
  return programs;
}
