import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { registry as everything, type FunctionEntry } from '@vinculo/functions/registry';
import type { DeadLetter } from '@vinculo/local/delivery/message';
import { localCredentials } from '@vinculo/local/engine/credentials';
import { createMemoryFolder } from '@vinculo/local/files/memory-folder';
import { createDiskObjects } from '@vinculo/local/ports/disk-objects';
import { createQueues } from '@vinculo/local/ports/local-queues';
import { createMailbox, type Mailbox, type StoredMail } from '@vinculo/local/ports/mailbox';
import { openSealingFile } from '@vinculo/local/ports/sealing-file';
import { createStreamTail } from '@vinculo/local/stream/read-all';
import { createRelay } from '@vinculo/local/stream/relay';
import { buildSystem } from '@vinculo/local/system/build-system';
import { withDeclaredNeeds } from '@vinculo/local/system/declared-needs';
import { openTimers, type StoredTimer } from '@vinculo/local/timers/timers';
import type { Actor, TenantContext } from '@vinculo/platform/context';
import { type PutEvents, provideBus } from '@vinculo/platform/events/bus';
import { type DomainEvent, eventSchema } from '@vinculo/platform/events/envelope';
import { newId } from '@vinculo/platform/ids';
import { provideRuntime, type Runtime, tenantContext } from '@vinculo/platform/runtime';
import type { Chaos } from './chaos';
import { createDrain } from './drain';
import { createFakeClock, type FakeClock } from './fake-clock';
import { createTestTable, type TestTable } from './test-table';

export interface HarnessOptions {
  now?: string;
  /** The functions that run; all of the product's by default. */
  registry?: readonly FunctionEntry[];
  /** An engine of the test's own, for tests that write much. */
  endpoint?: string;
  /** Whether what is sent out may go to this computer, where tests receive it. Default true. */
  isLocal?: boolean;
}

/** The product on an empty table, in this process, with time standing still and nothing running by itself. */
export interface Harness {
  readonly runtime: Runtime;
  readonly table: TestTable;
  readonly clock: FakeClock;
  readonly mailbox: Mailbox;
  /** Every event that reached the bus, in that order. */
  readonly published: DomainEvent[];
  /** What failed too often. */
  readonly deadLetters: DeadLetter[];
  /** A context for a tenant, a new one by default, acting as the system. */
  context(tenantId?: string, actor?: Actor): TenantContext;
  /**
   * Delivers events, queued messages and due timers until nothing is left to do. Failures are retried at once; delayed
   * messages and timers wait for `clock`.
   */
  drain(chaos?: Chaos): Promise<void>;
  close(): Promise<void>;
}

export const TEST_APP_URL = 'http://localhost:4000';

/** Makes a harness and provides its runtime to this process: call it once a test file, or once a test. */
export async function createHarness(options: HarnessOptions = {}): Promise<Harness> {
  const { registry = everything, now, isLocal = true } = options;
  const clock = createFakeClock(now);
  const table = await createTestTable(options.endpoint);
  const folder = await mkdtemp(join(tmpdir(), 'vinculo-objects-'));
  const mailbox = createMailbox(createMemoryFolder<StoredMail>(), clock);
  const deadLetters: DeadLetter[] = [];
  const keep = async (letter: DeadLetter) => void deadLetters.push(letter);

  const system = await buildSystem({ registry, now: clock.now, backoffMs: () => 0, deadLetters: { keep } });
  const published: DomainEvent[] = [];
  const put: PutEvents = (entries) => {
    published.push(...entries.map(({ Detail }) => eventSchema.parse(JSON.parse(Detail))));
    return system.bus.put(entries);
  };
  provideBus(put);
  const timers = await openTimers({
    folder: createMemoryFolder<StoredTimer>(),
    now: clock.now,
    bus: { ...system.bus, put },
    onError: rethrow,
  });
  const objects = createDiskObjects({ folder, appUrl: TEST_APP_URL, secret: 'test', clock });
  const queues = createQueues(system.ownQueues);
  const runtime = withDeclaredNeeds({
    connection: table.connection,
    clock,
    appUrl: TEST_APP_URL,
    isLocal,
    ports: {
      mail: mailbox.mail,
      objects,
      queues,
      schedules: timers.schedules,
      sealing: openSealingFile(folder),
    },
  });
  provideRuntime(runtime);

  const streams = new DynamoDBStreamsClient({ endpoint: table.endpoint, ...localCredentials });
  const relay = createRelay({
    lambda: system.relay,
    bus: system.bus,
    streamArn: table.streamArn,
    deadLetters: { keep },
    pause: async () => {},
  });
  const readNew = createStreamTail(streams, table.streamArn);

  async function close(): Promise<void> {
    streams.destroy();
    table.connection.client.destroy();
    await rm(folder, { recursive: true, force: true });
  }

  return {
    runtime,
    table,
    clock,
    mailbox,
    published,
    deadLetters,
    context: (tenantId = newId('ten'), actor = { kind: 'system', id: 'test' }) =>
      tenantContext(tenantId, actor, newId('req')),
    drain: createDrain({ readNew, relay, system, timers }),
    close,
  };
}

function rethrow(error: unknown): never {
  throw error;
}
