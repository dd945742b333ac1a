import { systemClock } from '@vinculo/platform/clock';
import { ENVIRONMENT, requiredVariable } from '@vinculo/platform/ports/aws/environment';
import type { Ports } from '@vinculo/platform/ports/ports';
import { provideRuntime, type Runtime } from '@vinculo/platform/runtime';
import type { TableConnection } from '@vinculo/platform/table/client';

/** How to make what a function declares among its needs. */
export type Factories = { readonly [Port in keyof Ports]?: () => Ports[Port] } & {
  readonly connection?: () => TableConnection;
};

/**
 * Sets the runtime of a Lambda function from its environment. Each part is made on first use, so a function that has
 * no table, or never sends a mail in its life, pays nothing for them.
 */
export function provideRuntimeFromEnvironment(factories: Factories): void {
  provideRuntime(runtimeFromEnvironment(factories));
}

export function runtimeFromEnvironment(factories: Factories): Runtime {
  const connection = once(() => made('connection', factories));
  const mail = once(() => made('mail', factories));
  const objects = once(() => made('objects', factories));
  const queues = once(() => made('queues', factories));
  const schedules = once(() => made('schedules', factories));
  const sealing = once(() => made('sealing', factories));
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
      get sealing() {
        return sealing();
      },
    },
  };
}

function made<Name extends keyof Ports | 'connection'>(
  name: Name,
  factories: Factories,
): ReturnType<NonNullable<Factories[Name]>> {
  const factory = factories[name];
  if (!factory) {
    throw new Error(`This function does not declare "${name}" among its needs in functions/registry.ts.`);
  }
  return factory() as ReturnType<NonNullable<Factories[Name]>>;
}

function once<T>(make: () => T): () => T {
  let kept: { value: T } | undefined;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}
