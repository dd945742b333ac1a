import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { UnavailableError } from '../errors';

/** A transaction's conditions did not hold; `failed` lists the positions of the actions that were refused. */
export class ConditionFailedError extends Error {
  constructor(
    readonly failed: number[],
    options?: ErrorOptions,
  ) {
    super(`Conditions failed at ${failed.join(', ')}`, options);
    this.name = 'ConditionFailedError';
  }
}

const MAX_ATTEMPTS = 8;
const TRANSIENT = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

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

/** Answers 503 where the engine, asked as often as the SDK asks, is too busy or out of reach (D14). */
export async function answeringBusy<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw isBusy(error) ? new UnavailableError({ cause: error }) : error;
  }
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, $fault } = error as Error & { code?: string; $fault?: string };
  return BUSY.has(error.name) || $fault === 'server' || (code !== undefined && UNREACHABLE.has(code));
}

/**
 * Runs a write again while another one holds its items; gives up with 503. Only when the engine went out of reach
 * may it have been written all the same, whole.
 */
export async function retryingConflicts<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!isTransient(error))
        throw isBusy(error) ? new UnavailableError({ cause: error }) : translated(error);
      if (attempt === MAX_ATTEMPTS) throw new UnavailableError({ cause: error });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(500, 10 * 2 ** attempt)));
    }
  }
}

/** False when the condition of a single write did not hold. */
export async function unlessRefused(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await retryingConflicts(send);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

const CONFLICTS = new Set(['TransactionInProgressException', 'TransactionConflictException']);

function isTransient(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) {
    return error instanceof Error && CONFLICTS.has(error.name);
  }
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
  return !codes.includes('ConditionalCheckFailed') && codes.some((code) => TRANSIENT.has(code));
}

function translated(error: unknown): unknown {
  if (!(error instanceof TransactionCanceledException)) return error;
  const failed = (error.CancellationReasons ?? []).flatMap((reason, position) =>
    reason.Code === 'ConditionalCheckFailed' ? [position] : [],
  );
  return failed.length > 0 ? new ConditionFailedError(failed, { cause: error }) : error;
}
