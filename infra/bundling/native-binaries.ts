import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Metafile, Plugin } from 'esbuild';

/** Node's names for the processors that Lambda has. */
export type LambdaArchitecture = 'arm64' | 'x64';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE_MODULES = join(ROOT, 'node_modules');
const BINARY = './argon2.node';

/** Has a bundle load argon2 from a file beside it, instead of the package's search through twenty platforms. */
export function nativeBinaries(): Plugin {
  return {
    name: 'native-binaries',
    setup(build) {
      build.onResolve({ filter: /^@node-rs\/argon2$/ }, ({ path }) => ({ path, namespace: 'native-binary' }));
      build.onResolve({ filter: /\.node$/, namespace: 'native-binary' }, ({ path }) => ({
        path,
        external: true,
      }));
      // A binary can be required and not imported.
      build.onLoad({ filter: /.*/, namespace: 'native-binary' }, () => ({
        contents: `module.exports = require('${BINARY}');`,
      }));
    },
  };
}

/** Puts the binary for `architecture` beside each bundle that loads it, and beside no other. */
export async function copyNativeBinaries(
  metafile: Metafile,
  architecture: LambdaArchitecture,
): Promise<void> {
  const users = Object.entries(metafile.outputs)
    .filter(([, { imports }]) => imports.some(({ path }) => path === BINARY))
    .map(([file]) => dirname(join(ROOT, file)));
  if (users.length === 0) return;
  const binary = await binaryFor(architecture);
  await Promise.all(users.map((folder) => copyFile(binary, join(folder, BINARY))));
}

/** npm installs this machine's binary only; another one is fetched once, by the same client and at the same version. */
async function binaryFor(architecture: LambdaArchitecture): Promise<string> {
  const platform = `linux-${architecture}-gnu`;
  const file = join(`@node-rs/argon2-${platform}`, `argon2.${platform}.node`);
  const installed = join(NODE_MODULES, file);
  if (existsSync(installed)) return installed;
  const { version } = JSON.parse(
    await readFile(join(NODE_MODULES, '@node-rs/argon2/package.json'), 'utf8'),
  ) as {
    version: string;
  };
  const folder = join(ROOT, 'dist/native', `argon2-${version}-${architecture}`);
  const fetched = join(folder, 'node_modules', file);
  if (existsSync(fetched)) return fetched;
  await mkdir(folder, { recursive: true });
  const target = ['--os=linux', `--cpu=${architecture}`, '--libc=glibc'];
  const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
  await run('npm', ['install', '--prefix', folder, ...target, ...quiet, `@node-rs/argon2@${version}`]);
  return fetched;
}
