import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { signUpCompany } from '../support/api-client';
import { createHarness, type Harness } from '../support/harness';
import { createKey } from '../support/key-client';
import { type ContractRun, runSchemathesis } from './schemathesis';
import { type ServedApi, serveApi } from './served-api';

let harness: Harness;
let served: ServedApi;
let run: ContractRun;

beforeAll(async () => {
  harness = await createHarness({ endpoint: inject('dynamodbEndpoint') });
  const admin = await signUpCompany(harness, { sampleData: true });
  const { key } = await createKey(admin.client);
  served = await serveApi();
  run = await runSchemathesis(served.url, key.secret);
}, 900_000);

afterAll(async () => {
  await served.close();
  await harness.close();
});

describe('the API, called with an API key', () => {
  it('does what its document says and nothing else, whatever it is sent (Q1)', () => {
    const { failures, errors } = run.report;
    expect({ failures, errors }, run.output).toEqual({ failures: [], errors: [] });
  });

  it('is tried in all phases and by every operation of the document (Q1)', () => {
    const { complete, operations, phases, test_cases } = run.report;
    expect({ complete, skipped: operations.skip_reasons, phases }).toEqual({
      complete: true,
      skipped: [],
      phases: Object.fromEntries(
        ['examples', 'coverage', 'fuzzing', 'stateful'].map((phase) => [
          phase,
          expect.objectContaining({ status: 'success' }),
        ]),
      ),
    });
    expect(operations.tested).toBe(operations.total);
    expect(test_cases.generated).toBeGreaterThan(operations.total * 20);
  });
});
