import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { registry } from '@vinculo/functions/registry';
import { bundleFunctions, ROOT } from '@vinculo/infra/bundle';
import { type Initial, initialOf } from '@vinculo/infra/bundling/initial-size';
import { lambdaEntry } from '@vinculo/infra/bundling/lambda-entries';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** G8, in minified bytes. */
const BUDGET = 450 * 1024;

let outdir: string;
let metafile: Metafile;
let initial: Map<string, Initial>;

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'vinculo-bundles-'));
  metafile = await bundleFunctions({
    entries: registry,
    architecture: process.arch === 'arm64' ? 'arm64' : 'x64',
    outdir,
  });
  initial = initialOf(metafile);
}, 120_000);

afterAll(async () => {
  await rm(outdir, { recursive: true, force: true });
});

/** The functions that load a file from beside them, at once or later. */
function loadersOf(isFile: (path: string) => boolean): Set<string> {
  return new Set(
    Object.entries(metafile.outputs).flatMap(([output, { imports }]) =>
      imports.some(({ path }) => isFile(path)) ? [basename(dirname(output))] : [],
    ),
  );
}

describe('bundles', () => {
  it('are one for each entry of the registry', () => {
    expect([...initial.keys()].toSorted()).toEqual(registry.map(({ name }) => name).toSorted());
  });

  it.each(registry.map(({ name }) => name))(
    'have %s load at most 450 KB before its first event (P2)',
    (name) => {
      expect(initial.get(name)?.bytes).toBeLessThanOrEqual(BUDGET);
    },
  );

  it('have the API load nothing at once that only imports, passwords, set-up or its document need (P2)', () => {
    const modules = [...(initial.get('api')?.modules ?? [])];
    expect(
      modules.filter((file) =>
        /chardet|iconv-lite|csv-|common-passwords|zod-to-openapi|identity\/src\/(audit|invitations|sign-up)\/routes/.test(
          file,
        ),
      ),
    ).toEqual([]);
  });

  it.each(registry)('give $name only the AWS clients that it declares (P2)', ({ name, needs, ...kind }) => {
    const clients = new Set(
      [...(initial.get(name)?.modules ?? [])].flatMap(
        (file) => /@aws-sdk\/client-([a-z0-9-]+)\//.exec(file)?.[1] ?? [],
      ),
    );
    const allowed = [
      ...('stream' in kind ? [] : ['dynamodb']),
      ...(needs.mail ? ['sesv2'] : []),
      ...(needs.bus ? ['eventbridge'] : []),
    ];
    expect([...clients].filter((client) => !allowed.includes(client))).toEqual([]);
  });

  it('put the native binary beside the functions that load it, and beside no other', () => {
    const loaders = loadersOf((path) => path === './argon2.node');
    for (const { name } of registry) {
      expect([name, existsSync(join(outdir, name, 'argon2.node'))]).toEqual([name, loaders.has(name)]);
    }
  });

  it('leave the tables of East Asian encodings beside them, to be read when needed', () => {
    const loaders = loadersOf((path) => path.startsWith('./tables/'));
    expect(loaders).toContain('run-import-job');
    for (const name of loaders) {
      expect([name, existsSync(join(outdir, name, 'tables/shiftjis.json'))]).toEqual([name, true]);
    }
  });

  it('take zod as a namespace, since zod-openapi hands out all of it as one object', async () => {
    const sources = Object.keys(metafile.inputs).filter((file) => /^(packages|functions)\//.test(file));
    expect(sources.length).toBeGreaterThan(0);
    const takers = await Promise.all(
      sources.map(async (file) => {
        const source = await readFile(join(ROOT, file), 'utf8');
        return /import \{[^}]*\bz\b[^}]*\} from '(@hono\/zod-openapi|zod)'/.test(source) ? [file] : [];
      }),
    );
    expect(takers.flat()).toEqual([]);
  });
});

describe('an entry', () => {
  it('provides the adapters of the declared needs before the handler', () => {
    const source = lambdaEntry({
      name: 'x',
      entry: 'events/x.ts',
      on: ['a.b'],
      needs: { mail: true, queues: ['q'] },
    });
    expect(source).toContain(
      'provideRuntimeFromEnvironment({ connection: tableConnection, mail: sesMail, queues: sqsQueues });',
    );
    expect(source.trim().split('\n').at(-1)).toBe("export { handler } from './events/x';");
  });

  it('is not readable from the bundle of another', async () => {
    const api = await readFile(join(outdir, 'api/index.mjs'), 'utf8');
    expect(api).not.toContain('PutEvents');
  });
});
