import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recentlyUsed } from '../recently-used';
import { connectTable } from './client';
import { bindTable } from './tenant-table';

let server: Server;
let endpoint: string;
/** The access key that signed each request. */
let signers: string[];
beforeEach(async () => {
  signers = [];
  server = createServer((request, response) => {
    signers.push(/Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    response.setHeader('content-type', 'application/x-amz-json-1.0').end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  endpoint = `http://127.0.0.1:${port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const HOUR_MS = 3_600_000;

function connect(validMs = HOUR_MS) {
  const asked: string[] = [];
  const connection = connectTable({
    tableName: 'table',
    endpoint,
    credentialsOf: async (tenantId) => {
      asked.push(tenantId);
      const expiration = new Date(Date.now() + validMs);
      return {
        accessKeyId: `KEY-OF-${tenantId}`,
        secretAccessKey: 'secret',
        sessionToken: 'token',
        expiration,
      };
    },
  });
  return { connection, asked };
}

const read = (connection: ReturnType<typeof connect>['connection'], owner: string) =>
  bindTable(connection, owner).get({ pk: 'a', sk: 'b' });

describe('a connection whose credentials are a tenant’s', () => {
  it('signs each tenant’s requests with that tenant’s alone, and the directory’s with its own (T5)', async () => {
    const { connection } = connect();
    for (const owner of ['ten_A', 'ten_B', 'directory', 'ten_A']) await read(connection, owner);
    expect(signers).toEqual(['KEY-OF-ten_A', 'KEY-OF-ten_B', 'local', 'KEY-OF-ten_A']);
  });

  it('asks for them once, however many requests come at once (T5)', async () => {
    const { connection, asked } = connect();
    await Promise.all(Array.from({ length: 8 }, () => read(connection, 'ten_A')));
    await read(connection, 'ten_A');
    expect(asked).toEqual(['ten_A']);
  });

  it('asks for them again when they are about to expire (T5)', async () => {
    const { connection, asked } = connect(HOUR_MS / 60);
    await read(connection, 'ten_A');
    await read(connection, 'ten_A');
    expect(asked.length).toBeGreaterThan(1);
  });

  it('refuses there too what no tenant table has guarded (T2)', async () => {
    const { connection } = connect();
    await read(connection, 'ten_A');
    const client = connection.clientOf?.('ten_A');
    if (!client) throw new Error('It hands out credentials by tenant.');
    const { GetCommand } = await import('@aws-sdk/lib-dynamodb');
    const bare = new GetCommand({ TableName: 'table', Key: { pk: 'ten_A#a', sk: 'b' } });
    await expect(client.send(bare)).rejects.toThrow('no tenant guard');
    expect(signers).toHaveLength(1);
  });
});

describe('what was used recently', () => {
  it('is made once, and forgotten when more come that are used more', () => {
    const made: string[] = [];
    const get = recentlyUsed(2, (key) => {
      made.push(key);
      return { key };
    });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(get(key)).toEqual({ key });
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});
