import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** A module of a dependency, and what stands in for it. */
interface Trim {
  readonly filter: RegExp;
  readonly contents: string | ((source: string) => string);
}

/**
 * What no function of ours can reach and tree shaking can't see. Each replacement throws if that is ever wrong, and the
 * deploy test runs the bundles that are shipped.
 */
const TRIMS: readonly Trim[] = [
  {
    // A function has its credentials in its environment, never in files, single sign-on or an instance's metadata.
    filter: /[\\/]@aws-sdk[\\/]credential-provider-node[\\/].*[\\/]index\.js$/,
    contents: `
      import { fromEnv } from '@aws-sdk/credential-provider-env';
      export const defaultProvider = () => fromEnv();
    `,
  },
  {
    // DynamoDB's endpoints are known by region; discovery is off unless asked for.
    filter: /[\\/]@aws-sdk[\\/]endpoint-cache[\\/].*[\\/]index\.js$/,
    contents:
      "export class EndpointCache { get() { throw new Error('No endpoint discovery in this bundle.'); } }",
  },
  {
    // Of the services used, none answers with an event stream.
    filter: /[\\/]@smithy[\\/]core[\\/].*[\\/]event-streams[\\/]index\.js$/,
    contents: `
      export class EventStreamSerde { constructor() { throw new Error('No event streams in this bundle.'); } }
      export const eventStreamSerdeProvider = () => undefined;
    `,
  },
  {
    // Texts of errors come from the web client's locales, by code.
    filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/,
    contents: "export { default as en } from './en.js';",
  },
  {
    // Makes validators out of source text, for whoever asks for them by name.
    filter: /[\\/]zod[\\/]v4[\\/]core[\\/]compile\.js$/,
    contents: `
      const absent = () => { throw new Error('z.compile is not in this bundle.'); };
      export { absent as compile, absent as compileFn, absent as withParser };
      export const INVALID = Symbol.for('zod.compile.invalid');
      export class ZodCompileAsyncError extends Error {}
      export class ZodCompileUnsupportedError extends Error {}
    `,
  },
  {
    filter: /[\\/]zod[\\/]v4[\\/]classic[\\/]from-json-schema\.js$/,
    contents:
      "export function fromJSONSchema() { throw new Error('z.fromJSONSchema is not in this bundle.'); }",
  },
  {
    // It holds on to the whole of zod, as an object, to extend one class of it.
    filter: /[\\/]@hono[\\/]zod-openapi[\\/]dist[\\/]index\.mjs$/,
    contents: (source) =>
      replaced(
        replaced(source, 'import { z } from "zod";', 'import * as z from "zod";'),
        'extendZodWithOpenApi(z);',
        'extendZodWithOpenApi({ ZodType: z.ZodType });',
      ),
  },
];

export function trimmed(): Plugin {
  return {
    name: 'trimmed',
    setup(build) {
      for (const { filter, contents } of TRIMS) {
        build.onLoad({ filter }, async ({ path }) => ({
          contents: typeof contents === 'string' ? contents : contents(await readFile(path, 'utf8')),
        }));
      }
    },
  };
}

/** Throws when a new version of the dependency reads differently. */
function replaced(source: string, from: string, to: string): string {
  if (!source.includes(from)) throw new Error(`"${from}" is no longer there to trim.`);
  return source.replace(from, to);
}
