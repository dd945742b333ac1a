import { registry } from '@vinculo/functions/registry';
import { type ApiClient, signUpCompany } from './api-client';
import { createHarness, type Harness } from './harness';
import { startOwnEngine } from './own-engine';

/** Only what imports need: what follows from records has tests of its own, and would make each round longer. */
const NEEDED = [
  'api',
  'publish-outbox',
  'send-verification-mail',
  'queue-jobs',
  'run-import-job',
  'import-slice',
];

export interface ImportCompany {
  harness: Harness;
  client: ApiClient;
  tenantId: string;
  close(): Promise<void>;
}

/** A company that imports, on an engine of its own; `more` names further functions that run. */
export async function openImportCompany(...more: string[]): Promise<ImportCompany> {
  const engine = await startOwnEngine();
  const harness = await createHarness({
    endpoint: engine.endpoint,
    registry: registry.filter(({ name }) => [...NEEDED, ...more].includes(name)),
  });
  const { client, session } = await signUpCompany(harness);
  async function close(): Promise<void> {
    await harness.close();
    await engine.stop();
  }
  return { harness, client, tenantId: session.tenant.id, close };
}
