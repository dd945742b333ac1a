import { AppError } from '@vinculo/platform/errors';
import { tableConnection } from '@vinculo/platform/ports/aws/connection';
import { provideRuntimeFromEnvironment } from '../runtime';
import { operate, UsageError } from './operate';

/** Runs on whatever table the environment names, with the rights of whoever runs it. */
async function main(): Promise<void> {
  provideRuntimeFromEnvironment({ connection: tableConnection });
  process.stdout.write(`${await operate(process.argv.slice(2))}\n`);
}

await main().catch((error: unknown) => {
  const isMendable = error instanceof UsageError || error instanceof AppError;
  process.stderr.write(`${isMendable ? error.message : error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
