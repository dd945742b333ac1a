import { UnavailableError } from '../errors';
import { type EngineError, isBusy } from './engine-error';

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

/** Answers 503 where the engine, asked as often as the client asks, is too busy or out of reach (D14). */
export async function answeringBusy<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw isBusy(error) ? new UnavailableError({ cause: error }) : error;
  }
}

/**
 * Runs a transaction again while another one holds its items; gives up with 503. Only when the engine went out of reach
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

function isTransient(error: unknown): boolean {
  const codes = codesOf(error);
  if (!codes) return error instanceof Error && error.name === 'TransactionInProgressException';
  return !codes.includes('ConditionalCheckFailed') && codes.some((code) => TRANSIENT.has(code));
}

function translated(error: unknown): unknown {
  const failed = (codesOf(error) ?? []).flatMap((code, position) =>
    code === 'ConditionalCheckFailed' ? [position] : [],
  );
  return failed.length > 0 ? new ConditionFailedError(failed, { cause: error }) : error;
}

/** What became of each action of a cancelled transaction. */
function codesOf(error: unknown): string[] | undefined {
  if (!(error instanceof Error) || error.name !== 'TransactionCanceledException') return undefined;
  const { CancellationReasons = [] } = error as Pick<EngineError, 'CancellationReasons'>;
  return CancellationReasons.map(({ Code = 'None' }) => Code);
}
