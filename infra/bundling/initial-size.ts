import { basename, dirname } from 'node:path';
import type { Metafile } from 'esbuild';

/** What a function's process loads before its first event. */
export interface Initial {
  readonly bytes: number;
  /** The sources with code in it. */
  readonly modules: ReadonlySet<string>;
}

/** A function's entry and the chunks that it imports at once, by the function's name. */
export function initialOf({ outputs }: Metafile): Map<string, Initial> {
  const entries = Object.keys(outputs).filter((file) => basename(file) === 'index.mjs');
  return new Map(entries.map((file) => [basename(dirname(file)), initial(outputs, file)]));
}

function initial(outputs: Metafile['outputs'], entry: string): Initial {
  const files = new Set([entry]);
  // A set goes on to what is added while it is walked.
  for (const file of files) {
    for (const { path, kind } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && path in outputs) files.add(path);
    }
  }
  const loaded = [...files].flatMap((file) => outputs[file] ?? []);
  return {
    bytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0),
    modules: new Set(
      loaded.flatMap(({ inputs }) =>
        Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
      ),
    ),
  };
}
