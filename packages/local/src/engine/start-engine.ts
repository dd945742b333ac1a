import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeFileFailure, LocalError } from '../local-error';
import { freePort } from './port';

export interface EngineOptions {
  java: string;
  /** Where `installEngine` put it. */
  installed: string;
  /** A folder to keep the data in; without one, data lives in memory and dies with the engine. */
  dataFolder?: string;
}

export interface Engine {
  readonly endpoint: string;
  /** Settles when the engine is gone, with what it printed last. */
  readonly exited: Promise<string>;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const ATTEMPTS = 3;

/**
 * Starts DynamoDB Local on a free port and waits until it answers. It ends with this process, even a killed one, and it
 * does not get the terminal's Ctrl-C: who started it stops it when the last write is done.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  if (options.dataFolder) {
    await mkdir(options.dataFolder, { recursive: true }).catch((error: unknown) => {
      throw describeFileFailure(error, options.dataFolder ?? '');
    });
  }
  // Between finding a free port and binding it, another process may take it.
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const engine = launch(options, port);
    const failure = await becomesReady(engine);
    if (failure === undefined) return engine;
    await engine.stop();
    if (attempt === ATTEMPTS || !failure.includes('BindException')) {
      throw new LocalError(`DynamoDB Local did not start: ${lastLine(failure)}`);
    }
  }
}

/** A test's engine lives for a minute: the optimising compiler would double the CPU of its start and earn nothing. */
const SHORT_LIVED = ['-XX:TieredStopAtLevel=1'];

function launch({ java, installed, dataFolder }: EngineOptions, port: number): Engine {
  const folders = [installed, join(installed, 'DynamoDBLocal_lib')];
  const child = spawnWithUs(java, [
    '-Xmx1g',
    '-XX:+UseSerialGC',
    // On disk it is the product's: after an import's first thousand rows, optimised code writes with a third less CPU.
    ...(dataFolder ? [] : SHORT_LIVED),
    `-Djava.library.path=${folders.join(delimiter)}`,
    '-cp',
    folders.map((folder) => join(folder, '*')).join(delimiter),
    'com.amazonaws.services.dynamodbv2.local.main.ServerRunner',
    ...['-port', String(port), '-sharedDb', '-disableTelemetry'],
    ...(dataFolder ? ['-dbPath', dataFolder] : ['-inMemory']),
  ]);
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4_000);
  });
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(output));
  });
  return { endpoint: `http://127.0.0.1:${port}`, exited, stop: () => stop(child, exited) };
}

/**
 * The engine does not notice when its parent dies, and would keep the data folder locked. A shell beside it does: the
 * end of its input means that this process is gone. Windows has no such shell; there the engine is a plain child.
 */
const WATCH = 'exec 3<&0; "$@" </dev/null & engine=$!; (cat <&3 >/dev/null; kill $engine) & wait $engine';

function spawnWithUs(command: string, args: string[]): ChildProcess {
  const stdio = ['pipe', 'ignore', 'pipe'] as const;
  if (process.platform === 'win32') return spawn(command, args, { stdio: [...stdio] });
  return spawn('sh', ['-c', WATCH, 'engine', command, ...args], { stdio: [...stdio], detached: true });
}

async function stop(child: ChildProcess, exited: Promise<string>): Promise<void> {
  child.stdin?.end();
  if (process.platform === 'win32') child.kill();
  const gone = await Promise.race([exited, sleep(5_000, undefined, { ref: false })]);
  if (gone === undefined && child.pid) process.kill(-child.pid, 'SIGKILL');
  child.stderr?.destroy();
}

/** Waits for the first answer, whatever it is; returns why there will be none. */
async function becomesReady({ endpoint, exited }: Engine): Promise<string | undefined> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let failure: string | undefined;
  void exited.then((output) => {
    failure = output;
  });
  while (Date.now() < deadline) {
    if (failure !== undefined) return failure;
    const answers = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answers && failure === undefined) return undefined;
    await sleep(30);
  }
  return `it gave no answer within ${READY_WITHIN_MS / 1000} seconds`;
}

function lastLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() && !/^\s+at |SLF4J/.test(line));
  return lines.at(-1)?.trim() ?? 'it ended without a word';
}
