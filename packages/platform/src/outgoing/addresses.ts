import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The only part of IPv6 that is given out as public addresses. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** Addresses that are public in form but belong to the machines of a cloud. */
const CLOUD_SERVICES = new Set(['168.63.129.16']);

/**
 * Whether an address belongs to somebody on the internet (S18). Everything that could mean us or our network does not:
 * private, loopback, link-local, shared and multicast ranges, what is reserved, and IPv6 forms that carry an IPv4
 * address inside (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0 || CLOUD_SERVICES.has(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return !(address instanceof ipaddr.IPv6) || address.match(GLOBAL_UNICAST);
}
