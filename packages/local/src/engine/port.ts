import { createServer } from 'node:net';
import { LocalError } from '../local-error';

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  return await bind(0, '127.0.0.1');
}

/** Throws `LocalError` when something else listens on `port`. */
export async function assertPortIsFree(port: number): Promise<void> {
  try {
    await bind(port, '127.0.0.1');
  } catch (error) {
    throw describePortFailure(error, port);
  }
}

export function describePortFailure(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new LocalError(
      `Port ${port} is in use by another program: stop it, or start with another one, as \`PORT=${port + 1} npm start\`.`,
      { cause: error },
    );
  }
  if (code === 'EACCES') {
    return new LocalError(`Port ${port} is reserved by the system: choose one above 1023, as PORT=4000.`, {
      cause: error,
    });
  }
  return error;
}

async function bind(port: number, host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
