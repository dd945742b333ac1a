import { createHash } from 'node:crypto';
import { newId } from '@vinculo/platform/ids';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_LENGTH = 16;

/** An id like any other of its type and time, but the same whenever the same load is done again. */
export function sampleId(loadId: string, prefix: string, position: number, at: Date): string {
  const hash = createHash('sha256').update(`${loadId} ${prefix} ${position}`).digest();
  const tail = [...hash.subarray(0, RANDOM_LENGTH)]
    .map((byte) => CROCKFORD[byte % CROCKFORD.length])
    .join('');
  return newId(prefix, at).slice(0, -RANDOM_LENGTH) + tail;
}
