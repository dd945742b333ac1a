import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { installPythonTool } from '../support/python-tool';

const EMULATOR = { name: 'ministack', version: '1.5.33', folder: '.ministack/venv' };
const READY_MS = 60_000;

/** An AWS to deploy to: the one that `AWS_ENDPOINT_URL` names, or an emulator of our own in memory. */
export interface Cloud {
  readonly endpoint: string;
  readonly environment: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

export async function openCloud(): Promise<Cloud> {
  const given = process.env.AWS_ENDPOINT_URL;
  if (given) return { endpoint: given, environment: environmentFor(given), stop: async () => {} };
  const programs = await installPythonTool(EMULATOR);
  const port = await freePort();
  const emulator = spawn(join(programs, 'ministack'), {
    stdio: ['ignore', 'ignore', process.env.VINCULO_EMULATOR_LOG ? 'inherit' : 'ignore'],
    env: {
      ...process.env,
      GATEWAY_PORT: String(port),
      BIND_HOST: '127.0.0.1',
      MINISTACK_HOST: 'localhost',
      LAMBDA_EXECUTOR: 'local',
      SFTP_ENABLED: '0',
      IOT_MTLS_ENABLED: '0',
    },
  });
  const endpoint = `http://localhost:${port}`;
  try {
    await untilReady(`${endpoint}/_ministack/health`, emulator);
  } catch (error) {
    await stop(emulator);
    throw error;
  }
  return { endpoint, environment: environmentFor(endpoint), stop: () => stop(emulator) };
}

/** Nothing of the machine's own AWS configuration may leak in, or a test could reach a real account. */
function environmentFor(endpoint: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: process.env.AWS_ENDPOINT_URL ? (process.env.AWS_ACCESS_KEY_ID ?? 'test') : 'test',
    AWS_SECRET_ACCESS_KEY: process.env.AWS_ENDPOINT_URL
      ? (process.env.AWS_SECRET_ACCESS_KEY ?? 'test')
      : 'test',
    AWS_REGION: process.env.AWS_REGION ?? 'us-east-1',
    AWS_DEFAULT_REGION: process.env.AWS_REGION ?? 'us-east-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    CDK_DISABLE_NOTICES: '1',
    CI: 'true',
  };
}

async function untilReady(health: string, emulator: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (emulator.exitCode !== null) throw new Error(`The emulator ended with code ${emulator.exitCode}.`);
    const answer = await fetch(health).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The emulator was not ready within ${READY_MS / 1000} s.`);
}

async function stop(emulator: ChildProcess): Promise<void> {
  if (emulator.exitCode !== null) return;
  const ended = new Promise((resolve) => emulator.once('exit', resolve));
  emulator.kill('SIGTERM');
  const giveUp = setTimeout(() => emulator.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(giveUp);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('No free port.');
  return address.port;
}
