import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into payloads of every shape.
  json: any;
}

/** What a receiver does with one message: answers with a status and headers, or breaks the connection off. */
export type Reaction =
  | number
  | 'broken'
  | { status: number; headers?: Record<string, string>; body?: string };

/** Somebody else's server on this computer, that notes what it is sent and answers as a test wants. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** What it does with the next messages; with all later ones what it did with the last of these. */
  react(...reactions: Reaction[]): void;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let reactions: Reaction[] = [200];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body, json: JSON.parse(body) });
    const [reaction = 200] = reactions.length > 1 ? reactions.splice(0, 1) : reactions;
    answer(response, reaction);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/hooks`,
    received,
    react: (...next) => {
      reactions = [...next];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(response: ServerResponse, reaction: Reaction): void {
  if (reaction === 'broken') response.socket?.destroy();
  else if (typeof reaction === 'number') response.writeHead(reaction).end();
  else response.writeHead(reaction.status, reaction.headers).end(reaction.body);
}
