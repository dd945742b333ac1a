/**
 * What one subscriber holds: an IPv4 address, or the /64 of an IPv6 address. Undefined when the host tells no address,
 * or only its own, as on somebody's computer.
 */
export function networkOf(ip: string): string | undefined {
  if (ip === '' || isLoopback(ip)) return undefined;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function isLoopback(ip: string): boolean {
  return ip === '::1' || /^(?:::ffff:)?127\./i.test(ip);
}
