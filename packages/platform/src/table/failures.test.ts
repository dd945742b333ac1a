import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { UnavailableError } from '../errors';
import { answeringBusy, ConditionFailedError, retryingConflicts } from './failures';

function cancelled(...codes: string[]): TransactionCanceledException {
  return new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
}

function named(name: string, more: object = {}): Error {
  return Object.assign(new Error(name), { name, ...more });
}

/** Fails with each of these in turn, then answers. */
function failing(...errors: Error[]) {
  const left = [...errors];
  let calls = 0;
  const send = async () => {
    calls++;
    const error = left.shift();
    if (error) throw error;
    return 'written';
  };
  return { send, calls: () => calls };
}

describe('retryingConflicts', () => {
  it.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'tries again after %s (D14)',
    async (code) => {
      const { send, calls } = failing(cancelled('None', code), cancelled(code));
      expect(await retryingConflicts(send)).toBe('written');
      expect(calls()).toBe(3);
    },
  );

  it('answers 503 when a conflict lasts (D14)', async () => {
    const { send } = failing(...Array.from({ length: 20 }, () => cancelled('TransactionConflict')));
    await expect(retryingConflicts(send)).rejects.toBeInstanceOf(UnavailableError);
  });

  it('names the actions whose condition failed, and tries no more', async () => {
    const { send, calls } = failing(cancelled('None', 'ConditionalCheckFailed', 'TransactionConflict'));
    await expect(retryingConflicts(send)).rejects.toEqual(new ConditionFailedError([1]));
    expect(calls()).toBe(1);
  });

  it('lets through what is a bug of ours', async () => {
    const bug = named('ValidationException', { $fault: 'client' });
    await expect(retryingConflicts(failing(bug).send)).rejects.toBe(bug);
    const odd = cancelled('ValidationError');
    await expect(retryingConflicts(failing(odd).send)).rejects.toBe(odd);
  });
});

describe('answeringBusy', () => {
  it.each([
    named('ThrottlingException'),
    named('ProvisionedThroughputExceededException'),
    named('Whatever', { $fault: 'server' }),
    named('TimeoutError'),
    named('Error', { code: 'ECONNREFUSED' }),
  ])('answers 503 with Retry-After for %s (D14)', async (error) => {
    await expect(answeringBusy(failing(error).send)).rejects.toMatchObject({
      status: 503,
      headers: { 'retry-after': '2' },
      cause: error,
    });
  });

  it('lets everything else through', async () => {
    const bug = named('TypeError');
    await expect(answeringBusy(failing(bug).send)).rejects.toBe(bug);
  });
});
