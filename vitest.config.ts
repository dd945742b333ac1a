import { defineConfig } from 'vitest/config';

/** Projects whose files share one DynamoDB Local, in memory, for the whole run. */
function onEngine(name: string, options: { testTimeout?: number } = {}) {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      globalSetup: ['test/support/start-test-engine.ts'],
      testTimeout: 120_000,
      hookTimeout: 60_000,
      // A line for each request would bury the results.
      env: { POWERTOOLS_LOG_LEVEL: 'ERROR' },
      ...options,
    },
  };
}

interface ProductOptions {
  globalSetup?: string[];
  expect?: { poll: { timeout: number } };
}

/** Projects that drive a whole running product: one file at a time, since each starts its own. */
function onProduct(name: string, options: ProductOptions = {}) {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      fileParallelism: false,
      testTimeout: 180_000,
      hookTimeout: 300_000,
      // A browser on two busy cores may once be late; a fault is a fault twice.
      retry: 1,
      ...options,
    },
  };
}

export default defineConfig({
  test: {
    env: {
      // The SDK is pinned to the last that runs on Node 20, and says so in every worker.
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,functions,infra,web}/**/*.test.{ts,tsx}', 'test/infra/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/cdk.out/**'],
        },
      },
      {
        test: {
          name: 'fuzz',
          include: ['test/fuzz/**/*.test.ts'],
          globalSetup: ['test/support/fuzz-seed.ts'],
          setupFiles: ['test/support/fuzz-runs.ts'],
          testTimeout: 60_000,
        },
      },
      onEngine('integration'),
      onEngine('isolation'),
      onEngine('contract'),
      onEngine('faults', { testTimeout: 120_000 }),
      onProduct('e2e', {
        globalSetup: ['test/e2e/support/running-product.ts'],
        expect: { poll: { timeout: 30_000 } },
      }),
      onProduct('deploy'),
    ],
  },
});
