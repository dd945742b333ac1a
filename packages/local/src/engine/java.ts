import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LocalError } from '../local-error';

const MINIMUM = 17;
const REMEDY =
  'install one (https://adoptium.net, or `apt-get install openjdk-17-jre-headless`), or set DYNAMODB_ENDPOINT to another engine';

/** The `java` to run the engine with: JAVA_HOME's, else the one on PATH. Throws `LocalError` when it is missing or too old. */
export async function findJava(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const java = env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : 'java';
  const version = parseJavaVersion(await askVersion(java, env));
  if (version < MINIMUM) {
    throw new LocalError(
      `DynamoDB Local needs Java ${MINIMUM} or newer, but ${java} is Java ${version}: ${REMEDY}.`,
    );
  }
  return java;
}

/** Reads the major version from what `java -version` prints; 8 and older call themselves 1.8. */
export function parseJavaVersion(output: string): number {
  const [, major = '0', minor = '0'] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  return Number(major === '1' ? minor : major);
}

async function askVersion(java: string, env: NodeJS.ProcessEnv): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(java, ['-version'], { env });
    return stderr + stdout;
  } catch (error) {
    throw new LocalError(
      `DynamoDB Local needs Java ${MINIMUM} or newer, and there is no working ${java}: ${REMEDY}.`,
      { cause: error },
    );
  }
}
