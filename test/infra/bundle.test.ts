import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { registry } from '@vinculo/functions/registry';
import { bundleFunctions, ROOT } from '@vinculo/infra/bundle';
import { lambdaEntry } from '@vinculo/infra/bundling/lambda-entries';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** G8, in minified bytes. */
const BUDGET = 450 * 1024;

/**
 * What misses G8, and what it has come to, so that it cannot grow unseen. In the API the SDK's DynamoDB client is
 * 170 KB, zod 103, Hono with its OpenAPI 63, the reading of foreign encodings 99 and the logger 20; what is ours is 260.
 */
const CEILINGS: Readonly<Record<string, number>> = {
  api: 770 * 1024,
  'run-import-job': 520 * 1024,
};

let outdir: string;
let outputs: Map<string, Metafile['outputs'][string]>;

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'vinculo-bundles-'));
  const { outputs: files } = await bundleFunctions({
    entries: registry,
    architecture: process.arch === 'arm64' ? 'arm64' : 'x64',
    outdir,
  });
  outputs = new Map(
    Object.entries(files)
      .filter(([file]) => file.endsWith('.js'))
      .map(([file, output]) => [basename(dirname(file)), output]),
  );
}, 120_000);

afterAll(async () => {
  await rm(outdir, { recursive: true, force: true });
});

function modulesOf(name: string): string[] {
  return Object.entries(outputs.get(name)?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [file] : [],
  );
}

describe('bundles', () => {
  it('are one for each entry of the registry', () => {
    expect([...outputs.keys()].toSorted()).toEqual(registry.map(({ name }) => name).toSorted());
  });

  it.each(registry.map(({ name }) => name))(
    'keep %s within the size that a cold start may read (P2)',
    (name) => {
      expect(outputs.get(name)?.bytes).toBeLessThanOrEqual(CEILINGS[name] ?? BUDGET);
    },
  );

  it.each(registry)('give $name only the AWS clients that it declares (P2)', ({ name, needs, ...kind }) => {
    const clients = new Set(
      modulesOf(name).flatMap((file) => /@aws-sdk\/client-([a-z0-9-]+)\//.exec(file)?.[1] ?? []),
    );
    const allowed = [
      ...('stream' in kind ? [] : ['dynamodb']),
      ...(needs.mail ? ['sesv2'] : []),
      ...(needs.bus ? ['eventbridge'] : []),
    ];
    expect([...clients].filter((client) => !allowed.includes(client))).toEqual([]);
  });

  it('put the native binary beside the functions that load it, and beside no other', () => {
    for (const [name, { imports }] of outputs) {
      const loads = imports.some(({ path }) => path === './argon2.node');
      expect([name, existsSync(join(outdir, name, 'argon2.node'))]).toEqual([name, loads]);
    }
  });

  it('leave the tables of East Asian encodings beside them, to be read when needed', () => {
    for (const [name, { imports }] of outputs) {
      for (const { path } of imports.filter(({ path: used }) => used.startsWith('./tables/'))) {
        expect([name, existsSync(join(outdir, name, path))]).toEqual([name, true]);
      }
    }
  });

  it('take zod as a namespace, since zod-openapi hands out all of it as one object', async () => {
    const sources = Object.keys(outputs.get('api')?.inputs ?? {}).filter((file) =>
      /^(packages|functions)\//.test(file),
    );
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
    const api = await readFile(join(outdir, 'api/index.js'), 'utf8');
    expect(api).not.toContain('PutEvents');
  });
});
