import * as z from 'zod';

export const VERSION_HEADER = 'vinculo-version';

/** The dates by which a program may ask for the API, oldest first. `docs/api-versions.md` says how one is added. */
export const API_VERSIONS = ['2026-11-24'] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

export const apiVersionSchema = z.enum(API_VERSIONS);

export const NEWEST_API_VERSION: ApiVersion = '2026-11-24';

/** Turns the body of an answer into what it was before a date; `route` is the path with its parameters' names. */
export type ToOlder = (body: unknown, route: string) => unknown;

/** What each date changed in answers. A date that is not here changed requests or nothing that an answer shows. */
const CHANGES: Readonly<Record<string, ToOlder>> = {};

/** The body of an answer as a version has it: every later change taken back, the newest first. */
export function asOf(
  version: string,
  body: unknown,
  route: string,
  changes: Readonly<Record<string, ToOlder>> = CHANGES,
): unknown {
  const later = Object.keys(changes)
    .filter((date) => date > version)
    .sort()
    .reverse();
  return later.reduce((shown, date) => changes[date]?.(shown, route) ?? shown, body);
}
