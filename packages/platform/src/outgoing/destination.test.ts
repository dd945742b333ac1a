import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './addresses';
import { DestinationError, parseDestination } from './destination';

function refusalOf(url: string, isLocal = false): string | undefined {
  try {
    parseDestination(url, { isLocal });
    return undefined;
  } catch (error) {
    return error instanceof DestinationError ? error.code : String(error);
  }
}

describe('an address that a tenant chooses', () => {
  it.each([
    'https://example.com',
    'https://example.com:8443/a?b=c',
    'https://1.1.1.1/',
    'https://[2606:4700::1111]/',
  ])('may be %s (S18)', (url) => {
    expect(refusalOf(url)).toBeUndefined();
  });

  it.each([
    ['', 'url.invalid'],
    ['example.com', 'url.invalid'],
    ['http://example.com', 'url.not_https'],
    ['ftp://example.com', 'url.not_https'],
    ['file:///etc/passwd', 'url.not_https'],
    ['javascript:alert(1)', 'url.not_https'],
    ['https://user:pass@example.com', 'url.credentials'],
    ['https://user@example.com', 'url.credentials'],
    ['https://example.com:22', 'url.port'],
    ['https://example.com:80', 'url.port'],
    ['https://example.com:6379', 'url.port'],
    ['http://localhost:4000', 'url.not_https'],
    ['https://127.0.0.1', 'url.address'],
    ['https://127.1', 'url.address'],
    ['https://2130706433', 'url.address'],
    ['https://0x7f000001', 'url.address'],
    ['https://0x7f.0.0.1', 'url.address'],
    ['https://0177.0.0.1', 'url.address'],
    ['https://017700000001', 'url.address'],
    ['https://１２７.0.0.1', 'url.address'],
    ['https://0.0.0.0', 'url.address'],
    ['https://0', 'url.address'],
    ['https://169.254.169.254/latest/meta-data', 'url.address'],
    ['https://[::1]', 'url.address'],
    ['https://[::ffff:127.0.0.1]', 'url.address'],
    ['https://[::ffff:a9fe:a9fe]', 'url.address'],
    ['https://[64:ff9b::7f00:1]', 'url.address'],
    ['https://[2002:7f00:1::]', 'url.address'],
    ['https://[fd00:ec2::254]', 'url.address'],
  ])('may not be %s: %s (S18)', (url, code) => {
    expect(refusalOf(url)).toBe(code);
  });

  it.each(['http://localhost:4100/x', 'http://127.0.0.1:4100', 'http://[::1]:4100'])(
    'may be %s where the product runs on one’s own computer, and nowhere else',
    (url) => {
      expect(refusalOf(url, true)).toBeUndefined();
      expect(refusalOf(url)).toBe('url.not_https');
    },
  );

  it.each(['http://example.com', 'http://10.0.0.1', 'http://169.254.169.254', 'https://192.168.0.1'])(
    'may not be %s there either (S18)',
    (url) => {
      expect(refusalOf(url, true)).toBeDefined();
    },
  );
});

describe('an IP address', () => {
  it.each(['8.8.8.8', '52.95.110.1', '2606:4700:4700::1111', '2a00:1450:4001::1'])(
    'like %s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ...['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '127.0.0.1', '127.255.255.254', '0.0.0.0'],
    ...['169.254.169.254', '169.254.170.2', '100.64.0.1', '100.100.100.200', '168.63.129.16', '192.0.0.192'],
    ...[
      '198.18.0.1',
      '192.0.2.1',
      '198.51.100.1',
      '203.0.113.1',
      '192.88.99.1',
      '240.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '224.0.0.1',
      '239.255.255.250',
      '::',
      '::1',
      'fe80::1',
      'fc00::1',
      'fd00:ec2::254',
      'fec0::1',
      'ff02::1',
    ],
    ...['::ffff:10.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '::ffff:0:127.0.0.1', '64:ff9b::10.0.0.1'],
    ...['64:ff9b:1::1', '2002:a00:1::1', '2001::1', '2001:db8::1', '100::1', '5f00::1', '4000::1', 'e000::1'],
    ...['', 'localhost', '1.2.3', '127.1', '0x7f.0.0.1', '::g'],
  ])('like %s is not (S18)', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
