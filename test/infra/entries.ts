import type { FunctionEntry } from '@vinculo/functions/registry';

/** One entry of each kind with each need, so that the templates show all of what the registry can ask for. */
export const EVERY_KIND: readonly FunctionEntry[] = [
  {
    name: 'api',
    entry: 'api/handler.ts',
    http: true,
    needs: {
      table: 'readwrite',
      directory: 'readwrite',
      objects: 'readwrite',
      schedules: true,
      sealing: true,
      queues: ['slices'],
    },
  },
  { name: 'publish-outbox', entry: 'streams/publish-outbox.ts', stream: true, needs: { bus: true } },
  {
    name: 'index-search',
    entry: 'events/index-search.ts',
    on: ['*.created', 'contact.*', 'records.imported'],
    needs: { table: 'readwrite' },
  },
  {
    name: 'send-reminder',
    entry: 'events/send-reminder.ts',
    on: ['timer.due'],
    timers: ['reminder'],
    needs: { table: 'read', mail: true, timeoutSeconds: 60 },
  },
  {
    name: 'run-slice',
    entry: 'queues/run-slice.ts',
    queue: 'slices',
    batchSize: 1,
    needs: { table: 'readwrite', objects: 'read' },
  },
];
