import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LocalError } from '../local-error';
import { findRun } from '../start/folder-lock';
import { demoLogins, makeDemo } from './demo';

/** `npm run seed [es]`: fills the product that `npm start` runs with a demo company, and prints how to log in. */
async function main(): Promise<void> {
  const locale = process.argv[2] ?? 'en';
  if (locale !== 'en' && locale !== 'es') throw new LocalError('The demo speaks en or es.');
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  const run = await findRun(process.env.DATA_FOLDER ?? join(root, '.data'));
  if (!run) throw new LocalError('Start the product first, with `npm start` in another terminal.');
  const isNew = await makeDemo(run.url, locale, say);
  say('');
  say(isNew ? 'The demo company is ready.' : 'The demo company was there already.');
  say(`Log in at ${run.url}/login:`);
  for (const { email, password, role } of demoLogins(locale)) say(`  ${email}   ${password}   (${role})`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main().catch((error: unknown) => {
  const text = error instanceof LocalError ? error.message : error instanceof Error ? error.stack : error;
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
