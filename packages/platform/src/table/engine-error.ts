/** DynamoDB's refusal of a call, by the name that its API gives it. */
export class EngineError extends Error {
  readonly $fault: 'client' | 'server';

  constructor(
    name: string,
    message: string,
    readonly status: number,
    /** Of a cancelled transaction: what became of each action. */
    readonly CancellationReasons?: ReadonlyArray<{ Code?: string }>,
  ) {
    super(message);
    this.name = name;
    this.$fault = status >= 500 ? 'server' : 'client';
  }
}

const BUSY = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
]);
const UNREACHABLE = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** Whether the engine was too busy, failed, or did not answer. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, $fault } = error as Error & { code?: string; $fault?: string };
  return BUSY.has(error.name) || $fault === 'server' || (code !== undefined && UNREACHABLE.has(code));
}

/** Reads a refusal from its JSON: `__type` is a name after a `#`. */
export function toEngineError(status: number, text: string): EngineError {
  const body = parsed(text);
  const name =
    String(body.__type ?? '').replace(/^.*#/, '') || (status >= 500 ? 'ServiceUnavailable' : 'UnknownError');
  const message = String(body.message ?? body.Message ?? `The engine answered ${status}.`);
  const reasons = Array.isArray(body.CancellationReasons) ? body.CancellationReasons : undefined;
  return new EngineError(name, message, status, reasons);
}

function parsed(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}
