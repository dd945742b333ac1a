import { writeFile } from 'node:fs/promises';
import { registry } from '@vinculo/functions/registry';

/** Who listens to what, as a table; from the registry, so that it cannot be out of date. */
export function eventsDocument(): string {
  const consumers = registry.flatMap((entry) =>
    'on' in entry
      ? [`| \`${entry.name}\` | ${list(entry.on)} | ${list('timers' in entry ? (entry.timers ?? []) : [])} |`]
      : [],
  );
  const queues = registry.flatMap((entry) =>
    'queue' in entry ? [`| \`${entry.name}\` | \`${entry.queue}\` |`] : [],
  );
  return [
    '# Events',
    '',
    'Written by `npm run events` from `functions/registry.ts`. Each consumer has a queue and a dead-letter queue of its own.',
    '',
    '| consumer | on | timers |',
    '|---|---|---|',
    ...consumers,
    '',
    'Queues that our own code fills, with the tenant as message group:',
    '',
    '| worker | queue |',
    '|---|---|',
    ...queues,
    '',
  ].join('\n');
}

function list(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}

if (process.argv[1]?.endsWith('events-doc.ts')) await writeFile('docs/events.md', eventsDocument());
