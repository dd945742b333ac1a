/**
 * What becomes of a POST's `Idempotency-Key`. Its answer is stored and replayed, unless the route says otherwise: it is
 * made again from what was committed (`rebuilt`, for links that open something), never shown again (`secret`), or the
 * key has no effect (`none`, for what changes nothing, or takes a secret that no digest of may be kept).
 */
export type Idempotency = 'stored' | 'rebuilt' | 'secret' | 'none';

/** The member of a route that says so: spread it into `createRoute`. */
export function idempotency(kind: Exclude<Idempotency, 'stored'>) {
  return { 'x-idempotency': kind };
}
