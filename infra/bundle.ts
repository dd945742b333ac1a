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

/**
 * Bundles every function of the registry in one pass, each into a folder of its own that is deployed as it is. Source
 * maps go to a folder beside, for reading stack traces; shipping them would slow each cold start.
 */
export async function bundleFunctions(options: BundleOptions): Promise<Metafile> {
  const { entries, architecture, outdir = FUNCTIONS_OUT } = options;
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: entries.map(({ name }) => ({ in: `lambda:${name}`, out: `${name}/index` })),
    outdir,
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    // As it is, not as escapes of up to six characters.
    charset: 'utf8',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // The published ES modules, since only those can be shaken.
    mainFields: ['module', 'main'],
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
    plugins: [lambdaEntries(entries), nativeBinaries(), encodingTables(), trimmed()],
  });
  await copyNativeBinaries(metafile, architecture);
  await copyEncodingTables(metafile);
  await writeFile(join(outdir, 'meta.json'), JSON.stringify(metafile));
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
