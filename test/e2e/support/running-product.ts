import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '@vinculo/local/start/build-site';
import type { TestProject } from 'vitest/node';
import { startLocalProcess } from '../../support/local-process';

declare module 'vitest' {
  interface ProvidedContext {
    productUrl: string;
    siteFolder: string;
  }
}

/** One product for the whole run, on an empty folder, as `npm start` runs it; each journey signs up a company of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // SITE_FOLDER names a client that is built already.
  const siteFolder = process.env.SITE_FOLDER ?? (await buildSite(project.config.root, console.log));
  project.provide('siteFolder', siteFolder);
  if (process.env.PRODUCT_URL) {
    project.provide('productUrl', process.env.PRODUCT_URL);
    return async () => {};
  }
  const dataFolder = await mkdtemp(join(tmpdir(), 'vinculo-e2e-'));
  const product = await startLocalProcess({ dataFolder, env: { SITE_FOLDER: siteFolder } });
  project.provide('productUrl', product.url);
  return async () => {
    await product.end('SIGINT');
    await rm(dataFolder, { recursive: true, force: true });
  };
}
