import { extname } from 'node:path';

const CONTENT_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Long enough for every page that was open during the last release to have been reloaded. */
const KEPT_MS = 7 * 24 * 3600 * 1000;

/** Pages last: by then every file that they name is there. */
export function inPublishingOrder(names: string[]): string[] {
  const rank = (name: string) => (name.endsWith('.html') ? 1 : 0);
  return names.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

export function headersOf(name: string): { ContentType: string; CacheControl: string } {
  const isHashed = name.startsWith('assets/');
  return {
    ContentType: CONTENT_TYPES[extname(name)] ?? 'application/octet-stream',
    CacheControl: isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

/** What earlier releases left and nobody needs any more. */
export function outdated(
  stored: Array<{ name: string; lastModified: Date }>,
  current: string[],
  now: Date,
): string[] {
  const kept = new Set(current);
  return stored
    .filter(({ name, lastModified }) => !kept.has(name) && now.getTime() - lastModified.getTime() > KEPT_MS)
    .map(({ name }) => name);
}
