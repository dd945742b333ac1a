import { isIP } from 'node:net';
import { isPublicAddress } from './addresses';

/** Why nothing is sent to an address: stable codes, shown to whoever set it. */
export type DestinationRefusal =
  | 'url.invalid'
  | 'url.not_https'
  | 'url.credentials'
  | 'url.port'
  | 'url.address'
  | 'url.unresolved';

/** The address of an endpoint is not one that we send to. */
export class DestinationError extends Error {
  constructor(
    readonly code: DestinationRefusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DestinationError';
  }
}

export interface DestinationRules {
  /** Also allows plain HTTP to this computer, on any port: for the product as it runs on somebody's own. */
  isLocal?: boolean | undefined;
}

/** HTTPS and its usual second port: other ports would let a tenant knock on doors with our address. */
const PORTS = new Set(['', '443', '8443']);
const THIS_COMPUTER = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads an address and refuses what can be refused without a look at DNS. A browser's URL parser turns decimal, octal
 * and hexadecimal IPv4 forms into the usual one, so they are judged as what they mean. Throws `DestinationError`.
 */
export function parseDestination(text: string, { isLocal = false }: DestinationRules = {}): URL {
  if (!URL.canParse(text)) throw new DestinationError('url.invalid', 'This is not a URL.');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    throw new DestinationError('url.credentials', 'A URL with a user name or password is not allowed.');
  }
  if (isLocal && isThisComputer(url)) return url;
  if (url.protocol !== 'https:')
    throw new DestinationError('url.not_https', 'The URL must begin with https.');
  if (!PORTS.has(url.port)) throw new DestinationError('url.port', 'Only ports 443 and 8443 are allowed.');
  const literal = addressLiteral(url);
  if (literal !== undefined && !isPublicAddress(literal)) throw notPublic();
  return url;
}

export function isThisComputer({ protocol, hostname }: URL): boolean {
  return (protocol === 'http:' || protocol === 'https:') && THIS_COMPUTER.has(hostname);
}

/** The IP address that a URL names instead of a host. */
export function addressLiteral({ hostname }: URL): string | undefined {
  const text = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(text) ? text : undefined;
}

export function notPublic(): DestinationError {
  return new DestinationError('url.address', 'The URL leads to an address that is not public.');
}
