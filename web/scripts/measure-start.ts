import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

// How much script a browser fetches before a first page works, after `npm run build`. Fails above the budget.
const BUDGET_KB = 200;

interface Chunk {
  file: string;
  imports?: string[];
}

const dist = new URL('../dist/', import.meta.url);
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(new URL('manifest.gen.json', dist), 'utf8'));

/** The route files that each first page consists of; TanStack Router loads their components on demand. */
const pages = {
  'log in': ['_auth', '_auth/login'],
  'sign up': ['_auth', '_auth/signup'],
  home: ['_app', '_app/index'],
  'a list': ['_app', '_app/$plural/index'],
  'a record': ['_app', '_app/$plural/$recordId'],
};

let isOver = false;
for (const [name, routes] of Object.entries(pages)) {
  const roots = routes.map((route) => `src/routes/${route}.tsx`);
  const entries = Object.keys(manifest).filter(
    (key) => key === 'index.html' || roots.some((root) => key.startsWith(`${root}?tsr-split=`)),
  );
  const kilobytes = [...closureOf(entries)].reduce((sum, file) => sum + sizeOf(file), 0) / 1024;
  isOver ||= kilobytes > BUDGET_KB;
  process.stdout.write(`${name}: ${kilobytes.toFixed(1)} KB of gzipped script (budget ${BUDGET_KB})\n`);
}
process.exitCode = isOver ? 1 : 0;

function closureOf(keys: string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk || seen.has(chunk.file)) continue;
    seen.add(chunk.file);
    closureOf(chunk.imports ?? [], seen);
  }
  return seen;
}

function sizeOf(file: string): number {
  return gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
}
