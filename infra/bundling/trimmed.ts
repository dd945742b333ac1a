import type { Plugin } from 'esbuild';

/**
 * Leaves out what a Lambda function cannot use and no tree shaking can see: AWS credentials from anywhere but the
 * environment, and the error texts of zod in forty languages (ours come from the client's locales, by code).
 */
export function trimmed(): Plugin {
  return {
    name: 'trimmed',
    setup(build) {
      build.onLoad({ filter: /[\\/]@aws-sdk[\\/]credential-provider-node[\\/].*[\\/]index\.js$/ }, () => ({
        contents: `
          import { fromEnv } from '@aws-sdk/credential-provider-env';
          export const defaultProvider = () => fromEnv();
        `,
        resolveDir: import.meta.dirname,
      }));
      build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
        contents: "export { default as en } from './en.js';",
      }));
    },
  };
}
