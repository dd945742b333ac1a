import { VinculoProblem } from '@vinculo/client/problem';

/** Longer than this nobody watches a page load. */
const LONGEST_WAIT_SECONDS = 30;

/** What passes by itself is read again: twice after a fault, once when there were too many requests. */
export function isWorthRetrying(failures: number, error: unknown): boolean {
  if (!(error instanceof VinculoProblem)) return false;
  if (error.status !== 429) return failures < 2 && error.isTransient;
  return failures < 1 && (error.retryAfter ?? Infinity) <= LONGEST_WAIT_SECONDS;
}

/** As long as the server asks for, else longer each time. */
export function retryDelay(failures: number, error: unknown): number {
  const asked = error instanceof VinculoProblem ? error.retryAfter : undefined;
  return asked === undefined ? 1_000 * 2 ** failures : asked * 1_000;
}
