import { randomUUID } from 'node:crypto';
import { isBusy } from './engine-error';
import { assertKeysWithin, KeyGuardError } from './key-guard';
import { fromWireOutput, type Operation, type Operations, toWireInput } from './operations';

export interface Call {
  readonly operation: Operation;
  /** Items as documents around a call, as DynamoDB's JSON around an attempt. */
  readonly input: Readonly<Record<string, unknown>>;
}
type Output = Record<string, unknown>;
export type Sender = (call: Call) => Promise<Output>;
export type Middleware = (call: Call, next: Sender) => Promise<Output>;

/** The layers of a call: all of it, or each attempt at it. */
type Layer = 'call' | 'attempt';

const MAX_ATTEMPTS = 4;

/**
 * The one way to DynamoDB. No call leaves without the prefix of whom it is for, and none whose keys are not all within
 * it, or can't be seen to be (T2).
 */
export class TableClient {
  private readonly layers: Record<Layer, Middleware[]> = { call: [], attempt: [] };

  constructor(
    private readonly transport: Sender,
    private readonly close: () => void = () => {},
  ) {}

  /** Adds a layer around those that are there: for tests, which count calls and break attempts. */
  use(layer: Layer, middleware: Middleware): void {
    this.layers[layer].push(middleware);
  }

  async send<O extends Operation>(
    prefix: string,
    operation: O,
    input: Operations[O]['input'],
  ): Promise<Operations[O]['output']> {
    if (prefix.length < 2 || !prefix.endsWith('#')) throw new KeyGuardError(operation, 'it is for nobody');
    assertKeysWithin(prefix, operation, { ...input });
    return through(this.layers.call, { operation, input: { ...input } }, (call) => this.attempts(call));
  }

  destroy(): void {
    this.close();
  }

  private async attempts({ operation, input }: Call): Promise<Output> {
    // The token makes a transaction that is sent again, since its answer was lost, the same one.
    const token = operation === 'TransactWriteItems' ? { ClientRequestToken: randomUUID() } : {};
    const call: Call = { operation, input: { ...toWireInput(input), ...token } };
    for (let attempt = 1; ; attempt++) {
      try {
        return fromWireOutput(await through(this.layers.attempt, call, this.transport));
      } catch (error) {
        if (attempt === MAX_ATTEMPTS || !isBusy(error)) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * 2 ** attempt));
    }
  }
}

function through(layers: readonly Middleware[], call: Call, innermost: Sender): Promise<Output> {
  return layers.reduce<Sender>((next, layer) => (inner) => layer(inner, next), innermost)(call);
}
