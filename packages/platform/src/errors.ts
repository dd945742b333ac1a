/** One refused part of an input; `pointer` is a JSON pointer (RFC 6901) into the body or `?name` for a query parameter. */
export interface FieldError {
  pointer: string;
  code: string;
  detail: string;
  params?: Record<string, string | number>;
}

export interface AppErrorOptions extends ErrorOptions {
  errors?: FieldError[];
  /** Extra members of the problem document, safe to show. */
  extra?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** A failure that may be shown: `code` is stable, `message` is safe. Everything else is a 500. */
export class AppError extends Error {
  readonly errors: FieldError[];
  readonly extra: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    { errors = [], extra = {}, headers = {}, ...options }: AppErrorOptions = {},
  ) {
    super(message, options);
    this.name = new.target.name;
    this.errors = errors;
    this.extra = extra;
    this.headers = headers;
  }
}

/** 422: understood but not acceptable; names the fields. */
export class InvalidError extends AppError {
  constructor(code: string, message: string, options?: AppErrorOptions) {
    super(422, code, message, options);
  }
}

/** 422 `input.invalid`, naming each part of the input that is not acceptable. */
export function invalidInput(errors: FieldError[], cause?: unknown): InvalidError {
  return new InvalidError('input.invalid', 'Some of the input is not acceptable.', { errors, cause });
}

/** The same for one part; `pointer` as in `FieldError`. */
export function refused(pointer: string, code: string, detail: string, cause?: unknown): InvalidError {
  return invalidInput([{ pointer, code, detail }], cause);
}

export class UnauthenticatedError extends AppError {
  constructor(code = 'auth.required', message = 'Log in to continue.', options?: AppErrorOptions) {
    super(401, code, message, options);
  }
}

export class ForbiddenError extends AppError {
  constructor(
    code = 'auth.forbidden',
    message = 'Your role does not allow this.',
    options?: AppErrorOptions,
  ) {
    super(403, code, message, options);
  }
}

/** 404, also for what exists in another tenant or outside the actor's reach. */
export class NotFoundError extends AppError {
  constructor(code = 'not_found', message = 'There is nothing here.', options?: AppErrorOptions) {
    super(404, code, message, options);
  }
}

export class ConflictError extends AppError {
  constructor(code: string, message: string, options?: AppErrorOptions) {
    super(409, code, message, options);
  }
}

/** 412: the record changed since it was read; `extra.current` holds it as it is now. */
export class StaleError extends AppError {
  constructor(current: unknown) {
    super(412, 'record.stale', 'This record was changed by somebody else.', { extra: { current } });
  }
}

/** 409: a request with the same Idempotency-Key is being worked on, or took over from this run. */
export class InProgressError extends ConflictError {
  constructor(cause?: unknown) {
    super(
      'idempotency.in_progress',
      'A request with this Idempotency-Key is still running. Send it again in a moment.',
      { cause, headers: { 'retry-after': '2' } },
    );
  }
}

export class LimitError extends AppError {
  constructor(code: string, message: string, retryAfterSeconds: number, options?: AppErrorOptions) {
    super(429, code, message, { ...options, headers: { 'retry-after': String(retryAfterSeconds) } });
  }
}

/** 503: the storage did not answer after every retry. A change was written whole or not at all. */
export class UnavailableError extends AppError {
  constructor(options?: AppErrorOptions) {
    super(503, 'unavailable', 'The service is busy. Try again in a moment.', {
      ...options,
      headers: { 'retry-after': '2' },
    });
  }
}
