import { systemClock } from '@vinculo/platform/clock';
import { ENVIRONMENT, requiredVariable } from '@vinculo/platform/ports/aws/environment';
import type { Ports } from '@vinculo/platform/ports/ports';
import { provideRuntime, type Runtime } from '@vinculo/platform/runtime';
import { connectTable } from '@vinculo/platform/table/client';

/** How to make the adapters of the needs that a function declares. */
export type PortFactories = { readonly [Port in keyof Ports]?: () => Ports[Port] };

/**
 * Sets the runtime of a Lambda function from its environment. Each part is made on first use, so a function that has
 * no table, or never sends a mail in its life, pays nothing for them.
 */
export function provideRuntimeFromEnvironment(factories: PortFactories): void {
  provideRuntime(runtimeFromEnvironment(factories));
}

export function runtimeFromEnvironment(factories: PortFactories): Runtime {
  const connection = once(() =>
    connectTable({
      tableName: requiredVariable(ENVIRONMENT.tableName),
      endpoint: process.env.DYNAMODB_ENDPOINT,
    }),
  );
  const mail = once(() => made('mail', factories));
  const objects = once(() => made('objects', factories));
  const queues = once(() => made('queues', factories));
  const schedules = once(() => made('schedules', factories));
  return {
    get connection() {
      return connection();
    },
    get appUrl() {
      return requiredVariable(ENVIRONMENT.appUrl);
    },
    clock: systemClock,
    ports: {
      get mail() {
        return mail();
      },
      get objects() {
        return objects();
      },
      get queues() {
        return queues();
      },
      get schedules() {
        return schedules();
      },
    },
  };
}

function made<Port extends keyof Ports>(port: Port, factories: PortFactories): Ports[Port] {
  const factory: (() => Ports[Port]) | undefined = factories[port];
  if (!factory)
    throw new Error(`This function does not declare "${port}" among its needs in functions/registry.ts.`);
  return factory();
}

function once<T>(make: () => T): () => T {
  let kept: { value: T } | undefined;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}
