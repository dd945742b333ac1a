import fc from 'fast-check';
import { inject } from 'vitest';

fc.configureGlobal({ seed: inject('fuzzSeed'), numRuns: Number(process.env.FUZZ_RUNS ?? 500) });
