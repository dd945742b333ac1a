import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRun } from './start/folder-lock';
import { openEngine } from './start/open-engine';
import { TABLE_NAME } from './start/start-local';

/** Points the operator's commands at the data of `npm start`, whether that runs or not, unless told of another table. */
async function main(): Promise<void> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const engine = process.env.TABLE_NAME ? undefined : await localEngine();
  if (engine) {
    process.env.TABLE_NAME = TABLE_NAME;
    process.env.DYNAMODB_ENDPOINT = engine.endpoint;
  }
  await import('@vinculo/functions/operator/main');
  await engine?.stop();
}

async function localEngine() {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const dataFolder = process.env.DATA_FOLDER ?? join(root, '.data');
  const running = await findRun(dataFolder);
  if (running?.endpoint) return { endpoint: running.endpoint, stop: async () => {} };
  if (!existsSync(join(dataFolder, 'dynamodb'))) {
    process.stderr.write('There is no local data yet: start the product once with `npm start`.\n');
    process.exit(1);
  }
  return openEngine({ engineFolder: join(root, '.dynamodb'), dataFolder, say: () => {} });
}

await main();
