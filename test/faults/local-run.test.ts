import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LocalProcess, spawnLocal, startLocalProcess } from '../support/local-process';

let dataFolder: string;
let running: LocalProcess[];
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'vinculo-run-'));
  running = [];
});
afterEach(async () => {
  for (const local of running) await local.end('SIGKILL');
  rmSync(dataFolder, { recursive: true, force: true });
});

async function start(): Promise<LocalProcess> {
  const local = await startLocalProcess({ dataFolder });
  running.push(local);
  return local;
}

function signUp({ url }: LocalProcess, email: string): Promise<Response> {
  const company = {
    ...{ company: 'Acme', name: 'Ana', email, password: 'correct horse battery staple' },
    ...{ country: 'ES', locale: 'en', currency: 'EUR', timeZone: 'Europe/Madrid', sampleData: false },
  };
  const headers = { 'content-type': 'application/json', 'x-vinculo-csrf': '1' };
  return fetch(`${url}/api/v1/signup`, { method: 'POST', headers, body: JSON.stringify(company) });
}

async function mailsTo({ url }: LocalProcess, email: string) {
  const { items } = await (await fetch(`${url}/_local/mailbox.json`)).json();
  return items.filter(({ to }: { to: string }) => to === email);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('npm start', () => {
  it('delivers after kill -9 what was committed before it, and keeps what it had delivered (D4, D5)', async () => {
    const first = await start();
    expect((await signUp(first, 'seen@example.com')).status).toBe(202);
    await vi.waitFor(async () => expect(await mailsTo(first, 'seen@example.com')).toHaveLength(1), 20_000);
    expect((await signUp(first, 'unseen@example.com')).status).toBe(202);
    await first.end('SIGKILL');

    const second = await start();
    // A mail that was being sent when the process died is claimed for two minutes.
    await vi.waitFor(
      async () => expect(await mailsTo(second, 'unseen@example.com')).not.toEqual([]),
      200_000,
    );
    expect(await mailsTo(second, 'seen@example.com')).toHaveLength(1);
  }, 300_000);

  it('stops on Ctrl-C with its engine, and says so with 0', async () => {
    const local = await start();
    expect(await local.end('SIGINT')).toBe(0);
    expect(local.output()).toContain(`Vinculo runs at ${local.url}`);
    await expect(fetch(local.url)).rejects.toThrow();
  });

  it('takes its engine with it when it is killed', async () => {
    const local = await start();
    const { endpoint } = JSON.parse(readFileSync(join(dataFolder, 'running.json'), 'utf8'));
    await local.end('SIGKILL');
    expect(isAlive(local.pid)).toBe(false);
    await vi.waitFor(() => expect(fetch(endpoint)).rejects.toThrow(), 10_000);
  });
});

describe('what the person at the terminal can mend is one sentence', () => {
  async function sentenceOf(options: { port?: number; env?: Record<string, string> } = {}): Promise<string> {
    const local = await spawnLocal({ dataFolder, ...options });
    running.push(local);
    expect(await local.ended()).toBe(1);
    return local.output().trim();
  }

  it('a busy port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await sentenceOf({ port })).toBe(
      `Port ${port} is in use by another program: stop it, or start with another one, as \`PORT=${port + 1} npm start\`.`,
    );
    other.close();
  });

  it('no Java', async () => {
    expect(await sentenceOf({ env: { JAVA_HOME: '/nonexistent' } })).toMatch(
      /^DynamoDB Local needs Java 17 or newer, and there is no working \/nonexistent\/bin\/java: install one [^\n]+\.$/,
    );
  });

  it('a Java that is too old', async () => {
    const home = join(dataFolder, 'jdk');
    const java = join(home, 'bin', 'java');
    mkdirSync(join(home, 'bin'), { recursive: true });
    writeFileSync(java, '#!/bin/sh\necho \'openjdk version "11.0.2"\' >&2\n');
    chmodSync(java, 0o755);
    expect(await sentenceOf({ env: { JAVA_HOME: home } })).toMatch(
      /^DynamoDB Local needs Java 17 or newer, but [^\n]+ is Java 11: [^\n]+\.$/,
    );
  });

  it('a data folder that is a file', async () => {
    const file = join(dataFolder, 'file');
    writeFileSync(file, '');
    expect(await sentenceOf({ env: { DATA_FOLDER: file } })).toBe(
      `${file} must be a folder, but a file is in its place.`,
    );
  });

  it('a second start on the same data', async () => {
    const first = await start();
    expect(await sentenceOf()).toBe(
      `Vinculo already runs on this data, at ${first.url}: use that one, or stop it first.`,
    );
  });

  it('a port that is no number', async () => {
    expect(await sentenceOf({ env: { PORT: '80x' } })).toBe(
      'PORT must be a number from 1 to 65535, not "80x".',
    );
  });
});
