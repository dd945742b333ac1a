import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    fuzzSeed: number;
  }
}

/** Gives all properties of a run one seed and says which, so that what failed once can be made to fail again. */
export default function setup(project: TestProject): void {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
  console.log(`fuzz: FUZZ_SEED=${seed} repeats this run`);
  project.provide('fuzzSeed', seed);
}
