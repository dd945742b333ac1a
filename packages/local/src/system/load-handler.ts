import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FunctionEntry } from '@vinculo/functions/registry';
import type { Handler, LambdaFunction } from '../delivery/invoke';
import { runAs } from './declared-needs';

const functionsFolder = new URL('../../../../functions/', import.meta.url);
const DEFAULT_TIMEOUT_SECONDS = 30;

/** A registry entry as a callable function. Its module is loaded at the first call, as a cold start would. */
export function toLambda(entry: FunctionEntry, load = loadHandler): LambdaFunction {
  let handler: Promise<Handler> | undefined;
  return {
    name: entry.name,
    timeoutSeconds: entry.needs.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
    handler: async (event, context) => {
      handler ??= load(entry);
      const act = await handler;
      return runAs(entry, () => act(event, context));
    },
  };
}

export async function loadHandler({ entry }: Pick<FunctionEntry, 'entry'>): Promise<Handler> {
  const file = fileURLToPath(new URL(entry, functionsFolder));
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const handler = typeof module === 'object' && module && 'handler' in module ? module.handler : undefined;
  if (!isHandler(handler)) throw new Error(`functions/${entry} exports no handler`);
  return handler;
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}
