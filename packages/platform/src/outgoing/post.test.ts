import type { LookupAddress } from 'node:dns';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { DestinationError } from './destination';
import { post } from './post';
import { pinnedLookup, resolveDestination } from './resolve';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A receiver on this computer; answers with its address and what reached it. */
async function receiver(answer: RequestListener): Promise<{ url: string; received: IncomingMessage[] }> {
  const received: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    received.push(request);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

const message = (url: string) => ({ url, headers: { 'content-type': 'application/json' }, body: '{"a":1}' });
const here: LookupAddress[] = [{ address: '127.0.0.1', family: 4 }];
const there: LookupAddress[] = [{ address: '93.184.215.14', family: 4 }];

describe('sending to an address that a tenant chose', () => {
  it('posts the body with its headers, and keeps a kilobyte of the answer', async () => {
    const { url, received } = await receiver((_, response) =>
      response.writeHead(201).end('x'.repeat(10_000)),
    );
    const answer = await post(message(url), { isLocal: true });
    expect(answer).toMatchObject({ status: 201, text: 'x'.repeat(1_024) });
    expect(received[0]).toMatchObject({ method: 'POST', headers: { 'content-length': '7' } });
  });

  it('does not follow a redirect (S18)', async () => {
    const target = await receiver((_, response) => response.end());
    const { url } = await receiver((_, response) => response.writeHead(307, { location: target.url }).end());
    expect((await post(message(url), { isLocal: true })).status).toBe(307);
    expect(target.received).toEqual([]);
  });

  it('gives up a receiver that does not answer, and a name that is not looked up, in time', async () => {
    const { url } = await receiver(() => {});
    await expect(post(message(url), { isLocal: true, timeoutMs: 30 })).rejects.toThrow(/abort/i);
    const never = () => new Promise<never>(() => {});
    await expect(post(message('https://slow.example'), { resolve: never, timeoutMs: 30 })).rejects.toThrow();
  });

  it('takes the status of an answer whose body never ends', async () => {
    const { url } = await receiver((_, response) => response.writeHead(200).write('begun'));
    expect(await post(message(url), { isLocal: true, timeoutMs: 200 })).toMatchObject({
      status: 200,
      text: 'begun',
    });
  });

  it.each([
    ['one address of ours', here],
    ['one of ours among its own', [...there, ...here]],
    ['one of ours in the form of IPv6', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    ['the metadata service', [{ address: '169.254.169.254', family: 4 }]],
    ['nothing', []],
  ])('refuses a name that means %s, before it connects (S18)', async (_, addresses) => {
    const { url, received } = await receiver((_, response) => response.end());
    const { port } = new URL(url);
    const attempt = post(message('https://rebound.example:8443'), { resolve: async () => addresses });
    await expect(attempt).rejects.toThrow(DestinationError);
    expect([port, received]).toEqual([port, []]);
  });

  it('asks DNS once, and connects to what was checked although the answer changes (S18)', async () => {
    const answers = [there, here];
    let asked = 0;
    const rebinding = async () => answers[Math.min(asked++, 1)] ?? [];
    const checked = await resolveDestination(new URL('https://rebound.example'), {}, rebinding);
    const lookup = pinnedLookup(checked);
    const connected = await Promise.all(
      [{ all: true }, { all: false }, {}].map(
        (options) =>
          new Promise((resolve) => {
            lookup('rebound.example', options, (_, address) => resolve(address));
          }),
      ),
    );
    expect(connected).toEqual([there, '93.184.215.14', '93.184.215.14']);
    expect(asked).toBe(1);
  });

  it('hands the connection the checked address and no other way to look it up (S18)', async () => {
    const { url, received } = await receiver((_, response) => response.writeHead(204).end());
    const { port } = new URL(url);
    const elsewhere = async () => here;
    // The name is not known to any DNS: that it is reached shows that nobody was asked but us.
    const rules = { isLocal: true, resolve: elsewhere };
    expect((await post(message(`http://localhost:${port}`), rules)).status).toBe(204);
    expect(received[0]?.headers.host).toBe(`localhost:${port}`);
  });
});
