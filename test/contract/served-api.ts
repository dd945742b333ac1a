import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '@vinculo/functions/api/app';

export interface ServedApi {
  readonly url: string;
  close(): Promise<void>;
}

/** The API of the product behind real HTTP, on a free port of this computer only. */
export async function serveApi(app = createApp({ rates: 'unmetered' })): Promise<ServedApi> {
  // What is too long for API Gateway, or for Node, never reaches the API.
  const server = createServer({ maxHeaderSize: 1_048_576 }, getRequestListener(app.fetch));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
