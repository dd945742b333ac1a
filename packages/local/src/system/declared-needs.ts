import { AsyncLocalStorage } from 'node:async_hooks';
import type { FunctionEntry, FunctionNeeds } from '@vinculo/functions/registry';
import type { Objects } from '@vinculo/platform/ports/objects';
import type { Runtime } from '@vinculo/platform/runtime';

const running = new AsyncLocalStorage<FunctionEntry>();

/** Runs code as the function that the registry describes. */
export function runAs<T>(entry: FunctionEntry, act: () => T): T {
  return running.run(entry, act);
}

/**
 * Gives each function only what it declares in the registry, as its environment and role do when deployed: a missing
 * need must fail on this machine, not first on AWS. Code outside any function may use everything.
 */
export function withDeclaredNeeds({ connection, ports, ...rest }: Runtime): Runtime {
  return {
    ...rest,
    get connection() {
      // The context of an event or a message is bound to the table, whether or not its function may use it.
      const entry = running.getStore();
      const isContext = entry && ('on' in entry || 'queue' in entry);
      if (!isContext) assertNeed('table', ({ table, directory }) => Boolean(table ?? directory));
      return connection;
    },
    ports: {
      get mail() {
        assertNeed('mail', ({ mail }) => mail === true);
        return ports.mail;
      },
      get schedules() {
        assertNeed('schedules', ({ schedules }) => schedules === true);
        return ports.schedules;
      },
      get sealing() {
        assertNeed('sealing', ({ sealing }) => sealing === true);
        return ports.sealing;
      },
      get objects() {
        assertNeed('objects', ({ objects }) => objects !== undefined);
        return withDeclaredRights(ports.objects);
      },
      queues: {
        send: async (queue, message) => {
          assertNeed(`queues: ['${queue}']`, ({ queues = [] }) => queues.includes(queue));
          return ports.queues.send(queue, message);
        },
      },
    },
  };
}

function withDeclaredRights(objects: Objects): Objects {
  const assertWritable = () => assertNeed("objects: 'readwrite'", (needs) => needs.objects === 'readwrite');
  return {
    ...objects,
    put: async (...input) => {
      assertWritable();
      return objects.put(...input);
    },
    remove: async (...input) => {
      assertWritable();
      return objects.remove(...input);
    },
    uploadUrl: async (...input) => {
      assertWritable();
      return objects.uploadUrl(...input);
    },
  };
}

function assertNeed(need: string, isDeclared: (needs: FunctionNeeds) => boolean): void {
  const entry = running.getStore();
  if (!entry || isDeclared(entry.needs)) return;
  throw new Error(`The function "${entry.name}" does not declare the need ${need} in functions/registry.ts`);
}
