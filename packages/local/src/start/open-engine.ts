import { join } from 'node:path';
import { installEngine } from '../engine/install';
import { findJava } from '../engine/java';
import { type Engine, startEngine } from '../engine/start-engine';

export interface OpenEngineOptions {
  /** Where DynamoDB Local is installed. */
  engineFolder: string;
  dataFolder: string;
  say: (line: string) => void;
}

/** The engine of this run: DynamoDB Local on our data, or the one that DYNAMODB_ENDPOINT names. */
export async function openEngine({ engineFolder, dataFolder, say }: OpenEngineOptions): Promise<Engine> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) return { endpoint: given, exited: new Promise(() => {}), stop: async () => {} };
  const java = await findJava();
  const installed = await installEngine(engineFolder, say);
  return startEngine({ java, installed, dataFolder: join(dataFolder, 'dynamodb') });
}
