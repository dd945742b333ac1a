import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tenantCredentials } from './tenant-credentials';

const ANSWER = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
  <AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>se/cr+et=</SecretAccessKey>
  <SessionToken>to/ken==</SessionToken><Expiration>2027-01-01T01:00:00Z</Expiration>
</Credentials></AssumeRoleResult></AssumeRoleResponse>`;

let server: Server;
let sent: URLSearchParams;
let answer: string;
beforeEach(async () => {
  answer = ANSWER;
  server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += String(piece);
    sent = new URLSearchParams(body);
    response.setHeader('content-type', 'text/xml').end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'function');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('TABLE_ROLE_ARN', 'arn:aws:iam::1:role/writer');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => server.close(resolve));
});

it('takes on the table’s role with one tag, the tenant (T5)', async () => {
  expect(await tenantCredentials('ten_A')).toEqual({
    accessKeyId: 'ASIAEXAMPLE',
    secretAccessKey: 'se/cr+et=',
    sessionToken: 'to/ken==',
    expiration: new Date('2027-01-01T01:00:00Z'),
  });
  expect(Object.fromEntries(sent)).toEqual({
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: 'arn:aws:iam::1:role/writer',
    RoleSessionName: 'ten_A',
    DurationSeconds: '3600',
    'Tags.member.1.Key': 'tenant',
    'Tags.member.1.Value': 'ten_A',
  });
});

it('says so when STS hands out less than credentials', async () => {
  answer = ANSWER.replace('<SessionToken>to/ken==</SessionToken>', '');
  await expect(tenantCredentials('ten_A')).rejects.toThrow('without SessionToken');
});
