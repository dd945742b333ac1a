import { describe, expect, it } from 'vitest';
import { createVinculoClient } from './client';
import { VinculoProblem } from './problem';

const baseUrl = 'https://crm.example.com/api/v1';

/** A client whose calls are kept, and answered by `answer`. */
function aClient(answer: (request: Request) => Response | Promise<Response> = () => Response.json({})) {
  const sent: Request[] = [];
  const client = createVinculoClient({
    baseUrl,
    fetch: async (input) => {
      const request = new Request(input);
      sent.push(request);
      return answer(request);
    },
  });
  return { client, sent };
}

function problem(body: object, init: ResponseInit = { status: 422 }): Response {
  return new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/problem+json', ...init.headers },
  });
}

describe('a call', () => {
  it('that writes carries the CSRF header, and a POST a key that makes repeating it safe (D1)', async () => {
    const { client, sent } = aClient();
    await client.records('contacts').create({ lastName: 'Ruiz' });
    await client.records('contacts').update('con_1', 3, { lastName: 'Gil' });
    await client.records('contacts').list();
    const headers = sent.map((request) => [
      request.headers.get('x-vinculo-csrf'),
      request.headers.has('idempotency-key'),
    ]);
    expect(headers).toEqual([
      ['1', true],
      ['1', false],
      [null, false],
    ]);
  });

  it('that changes a record names the version it was made from (D2)', async () => {
    const { client, sent } = aClient();
    await client.records('contacts').delete('con_1', 7);
    expect(sent[0]?.headers.get('if-match')).toBe('"7"');
  });

  it('writes structured parameters as JSON and leaves out what is not set', async () => {
    const { client, sent } = aClient();
    const filter = [{ field: 'kind', op: 'eq' as const, value: 'customer' }];
    await client.records('contacts').list({ filter, fields: ['firstName', 'lastName'], limit: 50 });
    await client.records('contacts').list({ filter: [] });
    const [first, second] = sent.map(({ url }) => new URL(url).searchParams);
    expect(Object.fromEntries(first ?? [])).toEqual({
      filter: JSON.stringify(filter),
      fields: 'firstName,lastName',
      limit: '50',
    });
    expect([...(second ?? [])]).toEqual([]);
  });

  it('cannot leave its path through an id', async () => {
    const { client, sent } = aClient();
    await client.records('contacts').get('../users/usr_1?x=1');
    expect(sent[0]?.url).toBe(`${baseUrl}/contacts/..%2Fusers%2Fusr_1%3Fx%3D1`);
  });
});

describe('a failed call', () => {
  const failureOf = async (answer: () => Response | Promise<Response>) => {
    const error = await aClient(answer)
      .client.account.session()
      .catch((thrown: unknown) => thrown);
    if (!(error instanceof VinculoProblem)) throw new Error('rejected with something else');
    return error;
  };

  it("rejects with the API's problem, its field errors and when to try again", async () => {
    const errors = [{ pointer: '/email', code: 'invalid_format', detail: 'Bad.' }];
    const body = {
      type: 'about:blank',
      title: 'No',
      status: 429,
      code: 'login.throttled',
      errors,
      requestId: 'req_1',
    };
    const error = await failureOf(() => problem(body, { status: 429, headers: { 'retry-after': '30' } }));
    expect(error).toMatchObject({
      code: 'login.throttled',
      status: 429,
      errors,
      requestId: 'req_1',
      retryAfter: 30,
    });
  });

  it('keeps what a problem adds, as the record that somebody else changed', async () => {
    const current = { id: 'con_1', version: 8 };
    const error = await failureOf(() =>
      problem({ title: 'Stale', status: 412, code: 'record.stale', current }, { status: 412 }),
    );
    expect(error.body.current).toEqual(current);
  });

  it('is a problem too when the answer is none, as from a proxy', async () => {
    const error = await failureOf(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(error).toMatchObject({ code: 'http.502', status: 502, isTransient: true });
  });

  it('says so when no answer came at all', async () => {
    const error = await failureOf(() => Promise.reject(new TypeError('fetch failed')));
    expect(error).toMatchObject({ code: 'network', status: 0, isTransient: true });
  });
});

describe('all()', () => {
  it('walks every page, and asks for no more than it is read', async () => {
    const pages = [
      { items: [{ id: 'con_1' }, { id: 'con_2' }], nextCursor: 'next', names: {} },
      { items: [{ id: 'con_3' }], nextCursor: null, names: {} },
    ];
    const { client, sent } = aClient(() => Response.json(pages[sent.length - 1]));
    const ids: string[] = [];
    for await (const { id } of client.records('contacts').all()) ids.push(id);
    expect(ids).toEqual(['con_1', 'con_2', 'con_3']);
    expect(sent.map(({ url }) => new URL(url).searchParams.get('cursor'))).toEqual([null, 'next']);

    sent.length = 0;
    for await (const { id } of client.records('contacts').all()) if (id === 'con_1') break;
    expect(sent).toHaveLength(1);
  });
});
