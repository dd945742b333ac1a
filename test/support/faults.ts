import { createHash } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { MiddlewareStack } from '@smithy/types';
import type { TableConnection } from '@vinculo/platform/table/client';

/**
 * What may go wrong with one call to the engine. `lost` is a time-out after the write took effect; `killed` ends the
 * process before or after the call, so that every later call of it ends too.
 */
export type Fault =
  | 'throttled'
  | 'conflict'
  | 'server error'
  | 'denied'
  | 'lost'
  | 'killed before'
  | 'killed after';

export interface Call {
  /** Counts from 0, attempts of the SDK's own retries included. */
  index: number;
  command: string;
}

export type FaultPlan = (call: Call) => Fault | undefined;

/** The process is dead: no code after this runs, except what tests pretend not to see. */
export class KilledError extends Error {
  constructor() {
    super('The process was killed');
    this.name = 'KilledError';
  }
}

export interface Faults {
  /** Starts counting from 0 with a plan; without one, nothing goes wrong. */
  plan(plan?: FaultPlan): void;
  /** Calls since the last plan. */
  calls(): number;
}

/** Lets a plan break the calls of a connection, below the SDK's retries, where the network would. */
export function injectFaults({ client }: TableConnection): Faults {
  let plan: FaultPlan | undefined;
  let calls = 0;
  let isDead = false;
  const stack = client.middlewareStack as unknown as MiddlewareStack<object, object>;
  stack.add(
    (next, context) => async (args) => {
      if (isDead) throw new KilledError();
      const call = { index: calls++, command: (context.commandName ?? '').replace(/(Items?)?Command$/, '') };
      const fault = plan?.(call);
      if (fault === 'killed before') isDead = true;
      if (fault !== undefined && fault !== 'lost' && fault !== 'killed after')
        throw toError(fault, call.command);
      const result = await next(args);
      if (fault === 'killed after') isDead = true;
      if (fault !== undefined) throw toError(fault, call.command);
      return result;
    },
    { step: 'finalizeRequest', priority: 'low', name: 'faults' },
  );
  return {
    plan(next) {
      plan = next;
      calls = 0;
      isDead = false;
    },
    calls: () => calls,
  };
}

/** Kills the process at one call. */
export function killAt(index: number, when: 'before' | 'after'): FaultPlan {
  return (call) => (call.index === index ? `killed ${when}` : undefined);
}

/** Denies calls of a command, from one of them on and for so many: nobody tries again what is denied. */
export function denying(command: string, { from = 0, count }: { from?: number; count: number }): FaultPlan {
  let seen = 0;
  return (call) => {
    if (call.command !== command) return undefined;
    const position = seen++;
    return position >= from && position < from + count ? 'denied' : undefined;
  };
}

/** Breaks that share of calls in one of these ways; the same seed breaks the same calls. */
export function stormOf(faults: readonly Fault[], share: number, seed: number): FaultPlan {
  return ({ index }) => {
    const bytes = createHash('sha256').update(`${seed}:${index}`).digest();
    return bytes.readUInt32BE(0) / 2 ** 32 < share ? faults[bytes.readUInt8(4) % faults.length] : undefined;
  };
}

function toError(fault: Fault, command: string): Error {
  switch (fault) {
    case 'throttled':
      return failure('ThrottlingException', 400, { $retryable: { throttling: true } });
    case 'conflict':
      // Only transactions conflict; anything else that meets one is told to come back.
      return command === 'TransactWrite'
        ? conflict()
        : failure('ThrottlingException', 400, { $retryable: {} });
    case 'server error':
      return failure('InternalServerError', 500, { $fault: 'server' });
    case 'denied':
      return failure('AccessDeniedException', 400);
    case 'lost':
      return failure('TimeoutError', 0);
    case 'killed before':
    case 'killed after':
      return new KilledError();
  }
}

function failure(name: string, httpStatusCode: number, more: object = {}): Error {
  return Object.assign(new Error(`Injected: ${name}`), { name, $metadata: { httpStatusCode }, ...more });
}

function conflict(): Error {
  return new TransactionCanceledException({
    message: 'Injected: TransactionConflict',
    $metadata: { httpStatusCode: 400 },
    CancellationReasons: [{ Code: 'TransactionConflict' }],
  });
}
