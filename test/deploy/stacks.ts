import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Cloud } from './emulator';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIMIT_MS = 240_000;

export interface Deployed {
  /** Addresses of the API without CloudFront, and of the distribution, both at the emulator. */
  readonly apiId: string;
  readonly distributionDomain: string;
}

/** The operator's own two commands: bootstrap and deploy, of the stacks as they are. */
export async function deploy(cloud: Cloud): Promise<Deployed> {
  if (!existsSync(join(ROOT, 'web/dist/index.html'))) await npx(cloud, ['npm', 'run', 'build', '-w', 'web']);
  const folder = await mkdtemp(join(tmpdir(), 'vinculo-deploy-'));
  const outputs = join(folder, 'outputs.json');
  const context = [
    `emulator=${cloud.endpoint}`,
    'stage=test',
    'mailIdentity=true',
    'mailFrom=no-reply@vinculo.example',
  ].flatMap((pair) => ['--context', pair]);
  try {
    await npx(cloud, ['cdk', 'bootstrap', 'aws://000000000000/us-east-1', '--app', '']);
    await npx(cloud, [
      ...['cdk', 'deploy', '--all', '--require-approval', 'never', '--output', join(folder, 'cdk.out')],
      ...['--outputs-file', outputs, ...context],
    ]);
    const { ApiId, DistributionDomain } = JSON.parse(await readFile(outputs, 'utf8'))['Vinculo-test-Web'];
    return { apiId: ApiId, distributionDomain: DistributionDomain };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function npx({ environment }: Cloud, [command = '', ...args]: string[]): Promise<void> {
  const isNpm = command === 'npm';
  try {
    await run(isNpm ? 'npm' : 'npx', isNpm ? args : [command, ...args], {
      cwd: ROOT,
      env: environment,
      timeout: LIMIT_MS,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args[0]} failed:\n${stdout.slice(-4_000)}\n${stderr.slice(-4_000)}`);
  }
}
