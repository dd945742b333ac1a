import { resolve } from 'node:path';
import { installEngine } from '@vinculo/local/engine/install';
import { findJava } from '@vinculo/local/engine/java';
import { type Engine, startEngine } from '@vinculo/local/engine/start-engine';

/** Starts an engine that nobody else writes to, in memory; the run's own has fetched it already. */
export async function startOwnEngine(): Promise<Engine> {
  const root = resolve(import.meta.dirname, '../..');
  const [java, installed] = await Promise.all([findJava(), installEngine(`${root}/.dynamodb`)]);
  return startEngine({ java, installed });
}
