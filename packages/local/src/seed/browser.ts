import * as z from 'zod';
import { LocalError } from '../local-error';

const mailboxSchema = z.object({
  items: z.array(z.object({ to: z.string(), text: z.string() })),
});

export type Answer = Record<string, unknown>;

/** One person's browser: keeps their session, and answers what the API says. */
export interface Browser {
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** The status alone, for what may be refused. */
  attempt(method: string, path: string, body?: unknown): Promise<number>;
}

export function openBrowser(url: string): Browser {
  let cookie = '';

  async function send(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, 'x-vinculo-csrf': '1', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  }

  return {
    async call(method, path, body) {
      const response = await send(method, path, body);
      const text = await response.text();
      if (!response.ok) throw new LocalError(`${method} ${path} answered ${response.status}: ${text}`);
      return z.record(z.string(), z.unknown()).parse(text ? JSON.parse(text) : {});
    },
    attempt: async (method, path, body) => (await send(method, path, body)).status,
  };
}

/** Waits for the mail to an address that links to `page`, and answers the token in its link. */
export async function mailedToken(url: string, to: string, page: string): Promise<string> {
  const link = new RegExp(`/${page}\\?token=([\\w-]+)`);
  for (let attempt = 0; attempt < 150; attempt++) {
    const response = await fetch(`${url}/_local/mailbox.json`);
    const { items } = mailboxSchema.parse(await response.json());
    for (const mail of items) {
      const token = mail.to === to ? link.exec(mail.text)?.[1] : undefined;
      if (token) return token;
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new LocalError(`No mail to ${to} came within 30 seconds: see ${url}/_local/mailbox.`);
}
