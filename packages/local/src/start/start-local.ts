import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { HttpBindings } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createApp } from '@vinculo/functions/api/app';
import { timesAll } from '@vinculo/functions/api/rates/plans';
import { type FunctionEntry, registry } from '@vinculo/functions/registry';
import { systemClock } from '@vinculo/platform/clock';
import { provideBus } from '@vinculo/platform/events/bus';
import { provideRuntime } from '@vinculo/platform/runtime';
import { connectTable } from '@vinculo/platform/table/client';
import { ensureTable } from '../engine/create-table';
import { localCredentials } from '../engine/credentials';
import type { Engine } from '../engine/start-engine';
import { createLocalApp } from '../http/local-app';
import { describeFileFailure, LocalError } from '../local-error';
import { runAs, withDeclaredNeeds } from '../system/declared-needs';
import { prepareDataFolder, readSecret, watchRoom } from './data-folder';
import { lockFolder } from './folder-lock';
import { openEngine } from './open-engine';
import { openPorts } from './open-ports';
import { runSystem } from './run-system';
import { serve } from './serve';

export interface LocalOptions {
  port: number;
  /** Origin that browsers use; differs from the default behind a forwarded port. */
  appUrl?: string | undefined;
  dataFolder: string;
  engineFolder: string;
  /** How many times more requests than in production each plan may make. */
  rateFactor: number;
  /** Makes sure that the web client is built and says where. */
  buildSite: () => Promise<string>;
  say: (line: string) => void;
  /** Called once when the run can't go on. */
  onFatal: (error: unknown) => void;
}

export interface LocalRun {
  readonly url: string;
  stop(): Promise<void>;
}

type Closers = Array<() => Promise<unknown>>;

export const TABLE_NAME = 'vinculo';

/** Starts the whole product on this computer. Throws `LocalError` for what the person at the terminal can mend. */
export async function startLocal(options: LocalOptions): Promise<LocalRun> {
  const { port, dataFolder, appUrl = `http://localhost:${port}` } = options;
  const closers: Closers = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const runId = randomUUID();
    const server = await serve(port, runId);
    closers.push(server.close);
    await prepareDataFolder(dataFolder);
    closers.push(watchRoom(dataFolder, options.say));
    const own = { pid: process.pid, url: `http://localhost:${port}`, runId };
    const lock = await lockFolder(dataFolder, own);
    closers.push(lock.release);
    const engine = await openEngine(options);
    closers.push(engine.stop);
    await lock.setEndpoint(engine.endpoint);
    const building = options.buildSite();
    // A failure is thrown below, once what was opened meanwhile can be closed again.
    building.catch(() => {});
    const product = await openProduct({ ...options, appUrl }, engine, closers);
    const siteFolder = await building;
    const hosts = [...new Set([`localhost:${port}`, `127.0.0.1:${port}`, new URL(appUrl).host])];
    server.open(createLocalApp({ ...product, siteFolder, hosts }));
    return { url: appUrl, stop };
  } catch (error) {
    await stop();
    throw describeFileFailure(error, dataFolder);
  }
}

async function openProduct(options: LocalOptions & { appUrl: string }, engine: Engine, closers: Closers) {
  const { dataFolder, appUrl } = options;
  const onError = (error: unknown) => reportError(error, options);
  let isStopping = false;
  closers.push(async () => {
    isStopping = true;
  });
  void engine.exited.then((output) => {
    if (!isStopping) options.onFatal(new LocalError(`DynamoDB Local stopped by itself: ${output.trim()}`));
  });

  const { endpoint } = engine;
  const client = new DynamoDBClient({ endpoint, ...localCredentials });
  const { streamArn } = await ensureTable(client, TABLE_NAME);
  const secret = await readSecret(dataFolder);
  const { system, timers, mailbox, objects, deadLetters, ports } = await openPorts({
    dataFolder,
    appUrl,
    secret,
    onError,
  });
  const connection = connectTable({ tableName: TABLE_NAME, endpoint });
  provideRuntime(withDeclaredNeeds({ connection, clock: systemClock, appUrl, isLocal: true, ports }));
  provideBus(system.bus.put);
  const running = await runSystem({
    ...{ system, timers, dataFolder, endpoint, client, streamArn, deadLetters, onError },
    tableName: TABLE_NAME,
  });
  closers.push(running.stop);

  const api = createApp({
    clientIp: (c) => getConnInfo(c).remote.address ?? '',
    rates: timesAll(options.rateFactor),
  });
  const apiEntry = httpEntry();
  return {
    ...{ objects, secret, mailbox },
    api: {
      fetch: async (request: Request, bindings: HttpBindings) => {
        const response = await runAs(apiEntry, () => api.fetch(request, bindings));
        if (request.method !== 'GET') running.nudge();
        return response;
      },
    },
    now: () => systemClock.now(),
    deadLetters: deadLetters.all,
  };
}

function httpEntry(): FunctionEntry {
  const entry = registry.find((candidate) => 'http' in candidate);
  if (!entry) throw new Error('functions/registry.ts has no entry for HTTP');
  return entry;
}

function reportError(error: unknown, { dataFolder, onFatal, say }: LocalOptions): void {
  const described = describeFileFailure(error, dataFolder);
  if (described instanceof LocalError) onFatal(described);
  else
    say(
      `Something failed and will be tried again: ${described instanceof Error ? described.stack : described}`,
    );
}
