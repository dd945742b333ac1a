import { fileURLToPath } from 'node:url';
import type { FunctionEntry } from '@vinculo/functions/registry';
import type { Plugin } from 'esbuild';

const FUNCTIONS = fileURLToPath(new URL('../../functions', import.meta.url));

/** What makes each part of a runtime, from `ports/aws/<part>`, and when a function has it. */
const ADAPTERS: ReadonlyArray<{
  port: string;
  factory: string;
  isNeeded: (entry: FunctionEntry) => boolean;
}> = [
  {
    port: 'connection',
    factory: 'tableConnection',
    // The context of an event or a message is bound to the table, whether or not its function may use it.
    isNeeded: (entry) => 'on' in entry || 'queue' in entry || !!entry.needs.table || !!entry.needs.directory,
  },
  { port: 'mail', factory: 'sesMail', isNeeded: ({ needs }) => needs.mail === true },
  { port: 'objects', factory: 's3Objects', isNeeded: ({ needs }) => needs.objects !== undefined },
  { port: 'queues', factory: 'sqsQueues', isNeeded: ({ needs }) => (needs.queues ?? []).length > 0 },
  { port: 'schedules', factory: 'schedulerSchedules', isNeeded: ({ needs }) => needs.schedules === true },
  { port: 'sealing', factory: 'secretsManagerSealing', isNeeded: ({ needs }) => needs.sealing === true },
];

/**
 * Gives each function an entry module that provides its runtime with the adapters of its declared needs, before its
 * handler runs. So a function's bundle holds the AWS clients that it may use and no others, and the handler itself
 * does not know whether it runs on Lambda.
 */
export function lambdaEntries(entries: readonly FunctionEntry[]): Plugin {
  return {
    name: 'lambda-entries',
    setup(build) {
      build.onResolve({ filter: /^lambda:/ }, ({ path }) => ({ path, namespace: 'lambda-entry' }));
      build.onLoad({ filter: /.*/, namespace: 'lambda-entry' }, ({ path }) => {
        const entry = entries.find(({ name }) => path === `lambda:${name}`);
        if (!entry) return { errors: [{ text: `No function is registered as "${path}".` }] };
        return { contents: lambdaEntry(entry), resolveDir: FUNCTIONS, loader: 'ts' };
      });
    },
  };
}

export function lambdaEntry(registered: FunctionEntry): string {
  const { entry, needs } = registered;
  const used = ADAPTERS.filter(({ isNeeded }) => isNeeded(registered));
  const busLines = [
    "import { provideBus } from '@vinculo/platform/events/bus';",
    "import { eventBridgeBus } from '@vinculo/platform/ports/aws/bus';",
    'provideBus(eventBridgeBus());',
  ];
  const parts = used.map(({ port, factory }) => `${port}: ${factory}`).join(', ');
  const runtimeLines = [
    ...used.map(({ port, factory }) => `import { ${factory} } from '@vinculo/platform/ports/aws/${port}';`),
    "import { provideRuntimeFromEnvironment } from './runtime';",
    `provideRuntimeFromEnvironment({ ${parts} });`,
  ];
  return [
    ...(needs.bus ? busLines : []),
    ...(used.length > 0 ? runtimeLines : []),
    `export { handler } from './${entry.replace(/\.ts$/, '')}';`,
  ].join('\n');
}
