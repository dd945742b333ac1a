import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile, Plugin } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TABLES = join(ROOT, 'node_modules/iconv-lite/encodings');
const TABLE = /^\.\/tables\/[a-z0-9-]+\.json$/;

/**
 * Leaves the tables of East Asian encodings beside a bundle: they are larger than all else in it, and the package asks
 * for one only when it meets a file that needs it.
 */
export function encodingTables(): Plugin {
  return {
    name: 'encoding-tables',
    setup(build) {
      build.onResolve({ filter: TABLE }, ({ path, importer }) =>
        dirname(importer) === TABLES ? { path, external: true } : undefined,
      );
    },
  };
}

export async function copyEncodingTables({ outputs }: Metafile): Promise<void> {
  for (const [file, { imports }] of Object.entries(outputs)) {
    const folder = dirname(join(ROOT, file));
    for (const { path } of imports.filter((used) => TABLE.test(used.path))) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await copyFile(join(TABLES, path), join(folder, path));
    }
  }
}
