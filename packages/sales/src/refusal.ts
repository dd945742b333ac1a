import { InvalidError } from '@vinculo/platform/errors';

/** A 422 that names one field of a record. */
export function refused(field: string, code: string, detail: string): InvalidError {
  return new InvalidError('input.invalid', 'Some of the input is not acceptable.', {
    errors: [{ pointer: `/${field}`, code, detail }],
  });
}
