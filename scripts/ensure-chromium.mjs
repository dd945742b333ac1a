import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Path of the system's Chromium; installs Debian's where there is none. Exits with one sentence where it can't. */
export function ensureChromium() {
  const found = CANDIDATES.find((path) => path && existsSync(path));
  if (found) return found;
  spawnSync('apt-get', ['update'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'inherit' });
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  console.error('The browser tests need Chromium: install it, or set CHROMIUM_PATH to where it is.');
  process.exit(1);
}
