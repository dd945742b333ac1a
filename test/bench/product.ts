import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '@vinculo/local/engine/port';

const root = resolve(import.meta.dirname, '../..');

export interface Product {
  readonly url: string;
  /** Resident memory of the Node process, in MB; 0 where the system does not tell. */
  residentMb(): Promise<number>;
  stop(): Promise<void>;
}

/** The product as `npm start` runs it, in a process of its own, on an empty folder; `endpoint` is its DynamoDB. */
export async function startProduct(endpoint: string): Promise<Product> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'vinculo-bench-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['--import', 'tsx', 'packages/local/src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      DATA_FOLDER: dataFolder,
      DYNAMODB_ENDPOINT: endpoint,
      POWERTOOLS_LOG_LEVEL: 'ERROR',
    },
  });
  await untilAnswering(url, child);
  return {
    url,
    residentMb: () => residentMbOf(child.pid ?? 0),
    stop: async () => {
      const hasExited = new Promise((done) => child.once('exit', done));
      child.kill('SIGINT');
      await hasExited;
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function untilAnswering(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`The product ended with ${child.exitCode}`);
    const isUp = await fetch(`${url}/api/v1/openapi.json`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  child.kill();
  throw new Error('The product did not answer within 2 minutes');
}

async function residentMbOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
