import { request } from 'node:http';
import type { Cloud } from './emulator';
import type { Deployed } from './stacks';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape.
  readonly json: any;
}

/** A browser at the distribution: it names the host, keeps the session cookie and sends what our pages send. */
export class Visitor {
  private cookie = '';

  constructor(
    private readonly cloud: Cloud,
    private readonly deployed: Deployed,
  ) {}

  async get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  async post(path: string, body: unknown): Promise<Answer> {
    return this.send('POST', path, body);
  }

  private async send(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await send(this.cloud.endpoint, method, path, body, {
      host: this.deployed.distributionDomain,
      origin: `https://${this.deployed.distributionDomain}`,
      'x-vinculo-csrf': '1',
      ...(this.cookie ? { cookie: this.cookie } : {}),
    });
    const [set] = [answer.headers['set-cookie'] ?? []].flat();
    if (set) this.cookie = set.split(';')[0] ?? '';
    return answer;
  }
}

/** With node:http, since fetch does not let a caller choose the Host header. */
function send(
  endpoint: string,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Answer> {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const { hostname, port } = new URL(endpoint);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        hostname,
        port,
        method,
        path,
        headers: {
          ...headers,
          ...(payload === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const isJson = /json/.test(incoming.headers['content-type'] ?? '');
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text,
            json: isJson ? JSON.parse(text) : undefined,
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}

/** The text of the newest mail to an address, from the emulator's own store. */
export async function mailTo({ endpoint }: Cloud, address: string): Promise<string | undefined> {
  const answer = await fetch(`${endpoint}/_ministack/ses/messages`);
  const { messages } = (await answer.json()) as {
    messages: Record<string, Array<{ To: string[]; BodyText: string }>>;
  };
  return Object.values(messages)
    .flat()
    .findLast(({ To }) => To.includes(address))?.BodyText;
}

/** Asks until there is an answer: what the queues do takes a moment. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  limitMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${what} did not happen within ${limitMs / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
