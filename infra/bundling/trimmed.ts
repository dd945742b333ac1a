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
    // A function is configured by its environment alone; there are no files to look for at each start.
    filter: /[\\/]@smithy[\\/]core[\\/].*[\\/]shared-ini-file-loader[\\/]loadSharedConfigFiles\.js$/,
    contents: `
      export { CONFIG_PREFIX_SEPARATOR } from './constants';
      export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });
    `,
  },
  {
    // Its region is in its environment too.
    filter: /[\\/]@smithy[\\/]core[\\/].*[\\/]regionConfig[\\/]getInstanceMetadataRegion\.js$/,
    contents: 'export const getInstanceMetadataRegion = async () => undefined;',
  },
  {
    // Of the adaptive mode of retries, which nobody asks for.
    filter: /[\\/]@smithy[\\/]core[\\/].*[\\/]util-retry[\\/]DefaultRateLimiter\.js$/,
    contents:
      "export class DefaultRateLimiter { constructor() { throw new Error('No adaptive retries in this bundle.'); } }",
  },
  {
    // A client tells its version, and nothing else of its package.
    filter: /[\\/]@aws-sdk[\\/]client-[a-z0-9]+[\\/]package\.json$/,
    contents: (source) => `export default ${JSON.stringify({ version: JSON.parse(source).version })};`,
  },
  {
    // Node has its own; this is for engines without.
    filter: /[\\/]@smithy[\\/]core[\\/].*[\\/]sha256[\\/]Sha256Js\.js$/,
    contents: "export class Sha256Js { constructor() { throw new Error('Node hashes by itself.'); } }",
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
    // JSON schemas of zod's own are asked for by nobody: the OpenAPI document is made of the schemas themselves.
    filter: /[\\/]zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/,
    contents: (source) => absentFrom(source),
  },
  {
    // What comes before is how schemas tell their own limits.
    filter: /[\\/]zod[\\/]v4[\\/]core[\\/]json-schema-processors\.js$/,
    contents: (source) => {
      const [kept, processors] = split(source, 'export const stringProcessor');
      return kept + absentFrom(processors);
    },
  },
  {
    // It notes each route for a document that `functions/api/openapi.ts` makes of the notes, and extends zod with a
    // method that we do not call.
    filter: /[\\/]@hono[\\/]zod-openapi[\\/]dist[\\/]index\.mjs$/,
    contents: withoutDocuments,
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

/** The exported names, each of which throws when it is called. */
function absentFrom(source: string): string {
  const exported = /^export (?:(?:function|const) (\w+)|\{ \w+ as (\w+) \})/gm;
  const names = [...source.matchAll(exported)].map(([, name, renamed]) => name ?? renamed);
  if (names.length === 0) throw new Error('There is nothing left to trim.');
  return [
    "const absent = () => { throw new Error('JSON schemas of zod are not in this bundle.'); };",
    `export { ${names.map((name) => `absent as ${name}`).join(', ')} };`,
  ].join('\n');
}

function split(source: string, at: string): [string, string] {
  const position = source.indexOf(at);
  if (position < 0) throw new Error(`"${at}" is no longer there to trim at.`);
  return [source.slice(0, position), source.slice(position)];
}

/** Notes routes and components as the package's registry does; what makes documents of them is loaded apart. */
const REGISTRY = `
  const absent = () => { throw new Error('Not in this bundle: see functions/api/openapi.ts.'); };
  class OpenAPIRegistry {
    definitions = [];
    registerPath(route) { this.definitions.push({ type: 'route', route }); }
    registerComponent(componentType, name, component) {
      this.definitions.push({ type: 'component', componentType, name, component });
    }
    register() { absent(); }
    registerParameter() { absent(); }
    registerWebhook() { absent(); }
  }
  class OpenApiGeneratorV3 { constructor() { absent(); } }
  class OpenApiGeneratorV31 extends OpenApiGeneratorV3 {}
  const getOpenApiMetadata = absent;
  const extendZodWithOpenApi = absent;
`;

function withoutDocuments(source: string): string {
  const taken =
    'import { OpenAPIRegistry, OpenApiGeneratorV3, OpenApiGeneratorV31, extendZodWithOpenApi, getOpenApiMetadata } from "@asteasolutions/zod-to-openapi";';
  const zodApart = replaced(source, 'import { z } from "zod";', 'import * as z from "zod";');
  return replaced(replaced(zodApart, taken, REGISTRY), 'extendZodWithOpenApi(z);', '');
}

/** Throws when a new version of the dependency reads differently. */
function replaced(source: string, from: string, to: string): string {
  if (!source.includes(from)) throw new Error(`"${from}" is no longer there to trim.`);
  return source.replace(from, to);
}
