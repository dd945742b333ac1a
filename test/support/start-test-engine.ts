import { installEngine } from '@vinculo/local/engine/install';
import { findJava } from '@vinculo/local/engine/java';
import { type Engine, startEngine } from '@vinculo/local/engine/start-engine';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    dynamodbEndpoint: string;
  }
}

let running: Promise<Engine> | undefined;
let users = 0;

/** Gives each project that needs a table the run's one engine; DYNAMODB_ENDPOINT names another that already runs. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) {
    project.provide('dynamodbEndpoint', given);
    return;
  }
  users++;
  running ??= start(project.config.root);
  project.provide('dynamodbEndpoint', (await running).endpoint);
}

export async function teardown(): Promise<void> {
  users--;
  if (users === 0) await (await running)?.stop();
}

async function start(root: string): Promise<Engine> {
  const [java, installed] = await Promise.all([findJava(), installEngine(`${root}/.dynamodb`)]);
  return startEngine({ java, installed });
}
