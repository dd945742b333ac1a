import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { isPublicAddress } from './addresses';
import {
  addressLiteral,
  DestinationError,
  type DestinationRules,
  isThisComputer,
  notPublic,
} from './destination';

export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

const systemLookup = promisify(lookup);
export const systemResolve: Resolve = (hostname) => systemLookup(hostname, { all: true });

/**
 * Asks DNS once for all addresses of a host. If any of them is not public nothing is sent, so that a name can't mix one
 * of ours among its own. Throws `DestinationError`.
 */
export async function resolveDestination(
  url: URL,
  { isLocal = false }: DestinationRules,
  resolve: Resolve = systemResolve,
): Promise<LookupAddress[]> {
  const literal = addressLiteral(url);
  const addresses =
    literal === undefined
      ? await lookUp(url.hostname, resolve)
      : [{ address: literal, family: isIP(literal) }];
  const [first] = addresses;
  if (!first) throw unresolved();
  if (isLocal && isThisComputer(url)) return addresses;
  if (!addresses.every(({ address }) => isPublicAddress(address))) throw notPublic();
  return addresses;
}

/**
 * A look-up that knows only the addresses that were checked: the connection is made to one of them, whatever DNS would
 * answer by now (S18).
 */
export function pinnedLookup(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, options, answer) => {
    const [first] = addresses;
    if (!first) answer(new Error('No address was checked.'), '', 0);
    else if (options.all) answer(null, [...addresses]);
    else answer(null, first.address, first.family);
  };
}

async function lookUp(hostname: string, resolve: Resolve): Promise<LookupAddress[]> {
  try {
    return await resolve(hostname);
  } catch (cause) {
    throw unresolved(cause);
  }
}

function unresolved(cause?: unknown): DestinationError {
  return new DestinationError('url.unresolved', 'The name in the URL was not found.', { cause });
}
