import http from 'node:http';
import https from 'node:https';
import { type Credentials, postSigner } from '../aws/signature';
import { toEngineError } from './engine-error';
import type { Sender } from './table-client';

export interface TransportOptions {
  readonly endpoint: URL;
  readonly region: string;
  /** Asked for each request: they may change while a process lives. */
  readonly credentials: () => Credentials;
}

const CONTENT_TYPE = 'application/x-amz-json-1.0';
const TARGET = 'DynamoDB_20120810';
const TIMEOUT_MS = 20_000;
const MAX_SOCKETS = 50;

/** DynamoDB's API as it is: a signed JSON post for each call, over connections that are kept. */
export function openTransport({ endpoint, region, credentials }: TransportOptions) {
  const isPlain = endpoint.protocol === 'http:';
  const agent = new (isPlain ? http : https).Agent({ keepAlive: true, maxSockets: MAX_SOCKETS });
  const { request } = isPlain ? http : https;
  const address = { host: endpoint.hostname, port: endpoint.port || undefined, path: '/', method: 'POST' };
  const sign = postSigner({ service: 'dynamodb', region });

  const send: Sender = ({ operation, input }) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(input);
      const named = {
        'content-type': CONTENT_TYPE,
        host: endpoint.host,
        'x-amz-target': `${TARGET}.${operation}`,
      };
      const headers = {
        ...sign(named, body, credentials(), new Date()),
        'content-length': Buffer.byteLength(body),
      };
      const asked = request({ ...address, agent, headers, timeout: TIMEOUT_MS }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const status = answer.statusCode ?? 0;
          if (status !== 200) return reject(toEngineError(status, text));
          try {
            resolve(JSON.parse(text));
          } catch (error) {
            reject(error);
          }
        });
      });
      asked.on('timeout', () => asked.destroy(new TimeoutError()));
      asked.on('error', reject);
      asked.end(body);
    });

  return { send, close: () => agent.destroy() };
}

class TimeoutError extends Error {
  constructor() {
    super('The engine did not answer in time.');
    this.name = 'TimeoutError';
  }
}
