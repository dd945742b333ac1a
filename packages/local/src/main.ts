import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LocalError } from './local-error';
import { buildSite } from './start/build-site';
import { startLocal } from './start/start-local';

const DEFAULT_PORT = 4_000;
/** One computer serves one company, whose tools and tests may be faster than people. */
const DEFAULT_RATE_FACTOR = 100;

/** `npm start`: runs until Ctrl-C. What the person can mend is one sentence; everything else is a stack. */
async function main(): Promise<void> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const run = await startLocal({
    port: readPort(process.env.PORT),
    appUrl: process.env.APP_URL,
    dataFolder: process.env.DATA_FOLDER ?? join(root, '.data'),
    engineFolder: join(root, '.dynamodb'),
    rateFactor: readFactor(process.env.RATE_FACTOR),
    buildSite: async () => process.env.SITE_FOLDER ?? buildSite(root, say),
    say,
    onFatal: (error) => void leave(error),
  });
  let isLeaving = false;

  async function leave(error?: unknown): Promise<void> {
    if (isLeaving) return;
    isLeaving = true;
    if (error) complain(error);
    await run.stop();
    process.exit(error ? 1 : 0);
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave());
  if (process.env.npm_lifecycle_event) whenOrphaned(() => void leave());
  say('');
  say(`  Vinculo runs at ${run.url}`);
  say(`  The mails it sends are at ${run.url}/_local/mailbox`);
  say('');
  say('  Stop it with Ctrl-C; everything is kept.');
}

/** Who ends `npm start` by a signal ends npm's shell, which passes nothing on. */
function whenOrphaned(act: () => void): void {
  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watching);
    act();
  }, 500);
}

function readPort(value: string | undefined): number {
  const port = Number(value ?? DEFAULT_PORT);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new LocalError(`PORT must be a number from 1 to 65535, not "${value}".`);
}

function readFactor(value: string | undefined): number {
  const factor = Number(value ?? DEFAULT_RATE_FACTOR);
  if (factor >= 1) return factor;
  throw new LocalError(`RATE_FACTOR must be a number from 1, not "${value}".`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(error: unknown): void {
  const text = error instanceof LocalError ? error.message : error instanceof Error ? error.stack : error;
  process.stderr.write(`${text}\n`);
}

await main().catch((error: unknown) => {
  complain(error);
  process.exit(1);
});
