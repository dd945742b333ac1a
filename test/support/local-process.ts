import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@vinculo/local/engine/port';

const root = resolve(import.meta.dirname, '../..');
const READY_WITHIN_MS = 60_000;

/** `npm start` in a process of its own, with its own engine on its own data. */
export interface LocalProcess {
  readonly url: string;
  readonly pid: number;
  /** Everything it printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does, or as a crash does. Resolves with its exit code when it is gone. */
  end(signal: 'SIGINT' | 'SIGKILL'): Promise<number | null>;
  /** Resolves with its exit code when it ends by itself. */
  ended(): Promise<number | null>;
}

export interface LocalProcessOptions {
  dataFolder: string;
  port?: number;
  env?: Record<string, string>;
}

export async function spawnLocal({ dataFolder, port, env = {} }: LocalProcessOptions): Promise<LocalProcess> {
  const chosen = port ?? (await freePort());
  const { DYNAMODB_ENDPOINT: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: {
      ...inherited,
      PORT: String(chosen),
      DATA_FOLDER: dataFolder,
      // The client is not what these tests are about, and it takes long to build.
      SITE_FOLDER: anEmptySite(),
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const exit = exitOf(child);
  return {
    url: `http://localhost:${chosen}`,
    pid: child.pid ?? 0,
    output: () => output,
    ended: () => exit,
    end: (signal) => {
      child.kill(signal);
      return exit;
    },
  };
}

/** Starts it and waits until it serves. */
export async function startLocalProcess(options: LocalProcessOptions): Promise<LocalProcess> {
  const local = await spawnLocal(options);
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const isUp = await fetch(`${local.url}/_local/mailbox.json`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return local;
    await sleep(100);
  }
  await local.end('SIGKILL');
  throw new Error(`It did not start:\n${local.output()}`);
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once('close', (code) => done(code)));
}

function anEmptySite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vinculo-site-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Vinculo</title>');
  return folder;
}
