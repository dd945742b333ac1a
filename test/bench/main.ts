import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { registry } from '@vinculo/functions/registry';
import { bundleFunctions } from '@vinculo/infra/bundle';
import { initialOf } from '@vinculo/infra/bundling/initial-size';
import { localCredentials } from '@vinculo/local/engine/credentials';
import { installEngine } from '@vinculo/local/engine/install';
import { findJava } from '@vinculo/local/engine/java';
import { startEngine } from '@vinculo/local/engine/start-engine';
import { capacityGoals } from './capacity-goals';
import { type Company, signUp } from './company';
import { lastNameOf } from './contacts-csv';
import { type Figures, measure } from './measure';
import { startProduct } from './product';
import { openRaw } from './raw';
import { type Goal, printGoals, printTable, type Row } from './report';

const CONTACTS = 10_000;
const HTTP_SHARE = 'the raw calls go straight to the engine, these through a second HTTP hop as well';
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const root = resolve(import.meta.dirname, '../..');

/** Fills a pipeline so that a board has something to draw. */
async function fillBoard(company: Company): Promise<string> {
  const pipelines = (await company.call('GET', '/pipelines')).items as Array<{
    id: string;
    stages: Array<{ id: string }>;
  }>;
  const pipeline = pipelines[0];
  if (!pipeline) throw new Error('There is no pipeline');
  for (let batch = 0; batch < 5; batch++) {
    const operations = Array.from({ length: 100 }, (_, n) => ({
      op: 'create',
      data: {
        name: `Opportunity ${batch * 100 + n}`,
        stageId: pipeline.stages[n % Math.max(1, pipeline.stages.length - 2)]?.id,
        amount: { amountMinor: 100_000 + n, currency: n % 5 ? 'EUR' : 'USD' },
        expectedCloseOn: `2027-0${1 + (n % 9)}-15`,
      },
    }));
    await company.call('POST', '/opportunities/batch', { operations });
  }
  return pipeline.id;
}

async function main(): Promise<void> {
  const dataPath = await mkdtemp(join(tmpdir(), 'vinculo-bench-engine-'));
  const [java, installed] = await Promise.all([findJava(), installEngine(join(root, '.dynamodb'))]);
  const engine = await startEngine({ java, installed, dataFolder: dataPath });
  const product = await startProduct(engine.endpoint);
  try {
    await benchmark(engine.endpoint, product);
  } finally {
    await product.stop();
    await engine.stop();
    await rm(dataPath, { recursive: true, force: true });
  }
}

async function benchmark(endpoint: string, product: Awaited<ReturnType<typeof startProduct>>): Promise<void> {
  const company = await signUp(product.url);
  const idleMb = await product.residentMb();
  const importMs = await company.importContacts(CONTACTS);
  const importMb = await product.residentMb();
  const searchableMs = await company.untilFound(lastNameOf(CONTACTS - 1));
  const pipelineId = await fillBoard(company);
  const me = (await company.call('GET', '/session')).user as { id: string };
  const ids = await someIds(company);
  const raw = await openRaw(endpoint, await onlyTable(endpoint));

  const mine = encodeURIComponent(JSON.stringify([{ field: 'ownerId', op: 'eq', value: me.id }]));
  const words = ['ada', 'love', 'gra', 'turing', 'ken', 'perl', 'bar', 'fran'];
  const cases: Array<[string, (turn: number) => Promise<unknown>]> = [
    ['raw GetItem', raw.getRecord],
    ['raw calls of a get', raw.getRecordSequence],
    ['get a contact', (turn) => company.call('GET', `/contacts/${ids[turn % ids.length]}`)],
    ['raw Query of 50', raw.query50],
    ['raw calls of a list', raw.listSequence],
    ['list 50 by owner', () => company.call('GET', `/contacts?limit=50&filter=${mine}`)],
    ['raw TransactWriteItems of 3', raw.transactThree],
    [
      'create a contact',
      (turn) =>
        company.call('POST', '/contacts', {
          lastName: `Bench ${turn}`,
          emails: [{ value: `b${turn}@example.org` }],
        }),
    ],
    ['prefix search', (turn) => company.call('GET', `/search?q=${words[turn % words.length]}`)],
    ['kanban board', () => company.call('GET', `/pipelines/${pipelineId}/board`)],
  ];
  const rows: Row[] = [];
  for (const [name, call] of cases) {
    const one = await measure(1, SECONDS, call);
    const sixteen = await measure(16, SECONDS, call);
    rows.push({
      name,
      one,
      sixteen,
      residentMb: name.startsWith('raw') ? undefined : await product.residentMb(),
    });
    process.stdout.write('.');
  }
  raw.close();
  const rowsPerSecond = CONTACTS / (importMs / 1_000);
  const goals = judge(rows, rowsPerSecond, await apiBundleKb());
  printTable(rows);
  console.log(
    `\nImport of ${CONTACTS} rows: ${Math.round(rowsPerSecond)} rows/s. Memory: ${idleMb} MB at first, ${importMb} MB after it. Search knew them all ${(searchableMs / 1_000).toFixed(1)} s later; requests are measured from then on.`,
  );
  printGoals(goals);
  await mkdir(join(root, 'bench'), { recursive: true });
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
  const results = { machine, contacts: CONTACTS, rows, rowsPerSecond, idleMb, importMb, goals };
  await writeFile(join(root, 'bench/results.json'), `${JSON.stringify(results, null, 2)}\n`);
}

function judge(rows: readonly Row[], rowsPerSecond: number, bundleKb: number): Goal[] {
  const figures = (name: string, clients: 'one' | 'sixteen' = 'one'): Figures => {
    const row = rows.find((each) => each.name === name);
    if (!row) throw new Error(`No row is called ${name}`);
    return row[clients];
  };
  const ratio = (name: string, floor: string) => figures(name).p50 / figures(floor).p50;
  return [
    {
      name: 'get: p50 over the raw calls it contains',
      value: ratio('get a contact', 'raw calls of a get'),
      limit: 2,
      unit: '×',
      limitedBy: HTTP_SHARE,
    },
    {
      name: 'list: p50 over the raw calls it contains',
      value: ratio('list 50 by owner', 'raw calls of a list'),
      limit: 2,
      unit: '×',
      limitedBy: HTTP_SHARE,
    },
    {
      name: 'get at 16 clients',
      value: figures('get a contact', 'sixteen').perSecond,
      limit: 300,
      unit: '/s',
      isFloor: true,
    },
    { name: 'import', value: rowsPerSecond, limit: 1_000, unit: 'rows/s', isFloor: true },
    { name: 'prefix search: p50', value: figures('prefix search').p50, limit: 15, unit: 'ms' },
    {
      name: 'API bundle, as loaded at a cold start',
      value: bundleKb,
      limit: 450,
      unit: 'KB',
    },
    ...capacityGoals(),
  ];
}

async function someIds(company: Company): Promise<string[]> {
  const page = await company.call('GET', '/contacts?limit=200');
  return (page.items as Array<{ id: string }>).map(({ id }) => id);
}

async function onlyTable(endpoint: string): Promise<string> {
  const client = new DynamoDBClient({ endpoint, ...localCredentials });
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  client.destroy();
  const [name] = TableNames;
  if (!name) throw new Error('The product made no table');
  return name;
}

/** What the API loads before its first request. */
async function apiBundleKb(): Promise<number> {
  const outdir = await mkdtemp(join(tmpdir(), 'vinculo-bench-bundle-'));
  const entries = registry.filter(({ name }) => name === 'api');
  const metafile = await bundleFunctions({
    entries,
    architecture: process.arch === 'arm64' ? 'arm64' : 'x64',
    outdir,
  });
  await rm(outdir, { recursive: true, force: true });
  return (initialOf(metafile).get('api')?.bytes ?? 0) / 1_024;
}

await main();
