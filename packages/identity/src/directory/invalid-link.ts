import { InvalidError } from '@vinculo/platform/errors';

/** One answer for every link that does not hold: unknown, used, replaced, too old. */
export function invalidLink(cause?: unknown): InvalidError {
  return new InvalidError('link.invalid', 'This link does not work any more. Ask for a new one.', { cause });
}
