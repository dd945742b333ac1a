import { describe, expect, it } from 'vitest';
import { networkOf } from './network-of';

describe('networkOf', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['::1', undefined],
    ['127.0.0.1', undefined],
    ['::ffff:127.0.0.1', undefined],
    ['', undefined],
  ])('puts %s into %s, so that a subscriber has one counter (S4)', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});
