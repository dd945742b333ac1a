import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
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

/** Runs a transaction again while another one holds its items; gives up with 503 and no effect. */
export async function retryingConflicts<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!isTransient(error)) throw translated(error);
      if (attempt === MAX_ATTEMPTS) throw new UnavailableError({ cause: error });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(500, 10 * 2 ** attempt)));
    }
  }
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) {
    return error instanceof Error && error.name === 'TransactionInProgressException';
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
