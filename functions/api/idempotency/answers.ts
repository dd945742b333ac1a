import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { StoredAnswer } from '@vinculo/platform/idempotency/items';
import type { KeyedOperation } from './keyed-operations';

export const REPLAYED_HEADER = 'idempotency-replayed';

const KEPT_HEADERS = ['content-type', 'etag', 'location'];
/** No item is larger by design. A larger answer is made again from what was committed. */
const MAXIMUM_BYTES = 100 * 1024;

/** An answer as it is stored; neither cookies nor, where the operation says so, its body are. */
export async function packAnswer(
  { idempotency }: KeyedOperation,
  response: Response,
  rights: string,
): Promise<StoredAnswer> {
  const headers = Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const bare: StoredAnswer = { status: response.status, headers, rights };
  if (idempotency !== 'stored') return bare;
  const body = deflateRawSync(Buffer.from(await response.clone().arrayBuffer()));
  return body.byteLength > MAXIMUM_BYTES ? bare : { ...bare, body };
}

/** The first answer once more; undefined when it was stored without its body, or for other rights. */
export function unpackAnswer(answer: StoredAnswer | undefined, rights: string): Response | undefined {
  if (!answer?.body || answer.rights !== rights) return undefined;
  const body = inflateRawSync(answer.body);
  return replayed(answer.status, answer.headers, body.byteLength > 0 ? new Uint8Array(body) : null);
}

export function replayed(status: number, headers: Record<string, string>, body: BodyInit | null): Response {
  return new Response(body, { status, headers: { ...headers, [REPLAYED_HEADER]: 'true' } });
}
