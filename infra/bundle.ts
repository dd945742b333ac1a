import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FunctionEntry } from '@vinculo/functions/registry';
import { build, type Metafile } from 'esbuild';
import { copyEncodingTables, encodingTables } from './bundling/encoding-tables';
import { lambdaEntries } from './bundling/lambda-entries';
import { copyNativeBinaries, type LambdaArchitecture, nativeBinaries } from './bundling/native-binaries';
import { trimmed } from './bundling/trimmed';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const FUNCTIONS_OUT = join(ROOT, 'dist/functions');

export interface BundleOptions {
  readonly entries: readonly FunctionEntry[];
  readonly architecture: LambdaArchitecture;
  readonly outdir?: string;
}

/** For dependencies that are still CommonJS, and for binaries and tables beside a bundle. */
const REQUIRE = `import { createRequire as createRequireHere } from 'node:module';
const require = createRequireHere(import.meta.url);`;

/**
 * Bundles every function of the registry, each into a folder of its own that is deployed as it is. What a function
 * imports when it is first needed is in chunks beside its entry, which a cold start does not read. Source maps are
 * written for reading stack traces and not shipped.
 */
export async function bundleFunctions(options: BundleOptions): Promise<Metafile> {
  const { entries, architecture, outdir = FUNCTIONS_OUT } = options;
  await rm(outdir, { recursive: true, force: true });
  // One build each: in a common one, functions would share chunks, and no folder would be whole.
  const metafiles = await Promise.all(
    entries.map((entry) => bundleFunction(entry, join(outdir, entry.name))),
  );
  const metafile = {
    inputs: Object.assign({}, ...metafiles.map(({ inputs }) => inputs)),
    outputs: Object.assign({}, ...metafiles.map(({ outputs }) => outputs)),
  };
  await copyNativeBinaries(metafile, architecture);
  await copyEncodingTables(metafile);
  await writeFile(join(outdir, 'meta.json'), JSON.stringify(metafile));
  return metafile;
}

async function bundleFunction(entry: FunctionEntry, outdir: string): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [{ in: `lambda:${entry.name}`, out: 'index' }],
    outdir,
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    // As it is, not as escapes of up to six characters.
    charset: 'utf8',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    splitting: true,
    // Beside the entry, as the files are that both may load.
    chunkNames: 'chunk-[hash]',
    outExtension: { '.js': '.mjs' },
    banner: { js: REQUIRE },
    // The published ES modules, since only those can be shaken.
    mainFields: ['module', 'main'],
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
    plugins: [lambdaEntries([entry]), nativeBinaries(), encodingTables(), trimmed()],
  });
  return metafile;
}

/** Bundles the function that publishes the web client, with the client's built files beside it. */
export async function bundlePublisher(site: string, outdir = FUNCTIONS_OUT): Promise<void> {
  const folder = join(outdir, 'publish-site');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(ROOT, 'infra/publisher/publish-site.ts')],
    outfile: join(folder, 'index.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  await cp(resolve(site), join(folder, 'site'), {
    recursive: true,
    filter: (source) => !source.endsWith('.map'),
  });
}
