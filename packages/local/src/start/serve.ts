import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { describePortFailure } from '../engine/port';
import type { LocalApp } from '../http/local-app';
import { runIdSchema } from './folder-lock';

export interface LocalServer {
  /** Begins to answer with the product; until then every request is told to wait. */
  open(app: LocalApp): void;
  close(): Promise<void>;
}

/** Takes the port, on this computer only. Throws `LocalError` when another program has it. */
export async function serve(port: number, runId: string): Promise<LocalServer> {
  let app: LocalApp = waitingRoom();
  const root: LocalApp = new Hono();
  root.get('/_local/run.json', (c) => c.json(runIdSchema.parse({ runId })));
  root.all('*', (c) => app.fetch(c.req.raw, c.env));
  const server = createServer(getRequestListener(root.fetch));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(describePortFailure(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    open: (product) => {
      app = product;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Browsers keep connections open; requests that run get a moment to end.
        setTimeout(() => server.closeAllConnections(), 500).unref();
      }),
  };
}

function waitingRoom(): LocalApp {
  const room: LocalApp = new Hono();
  room.all('*', (c) => c.text('Vinculo is starting. Try again in a moment.', 503, { 'retry-after': '1' }));
  return room;
}
