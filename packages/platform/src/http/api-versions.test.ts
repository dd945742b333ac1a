import { describe, expect, it } from 'vitest';
import { API_VERSIONS, asOf, NEWEST_API_VERSION, type ToOlder } from './api-versions';

describe('the versions of the API', () => {
  it('are dates in their order, of which the last is the newest', () => {
    expect(API_VERSIONS.every((date) => /^\d{4}-\d{2}-\d{2}$/.test(date))).toBe(true);
    expect([...API_VERSIONS].sort()).toEqual(API_VERSIONS);
    expect(API_VERSIONS.at(-1)).toBe(NEWEST_API_VERSION);
  });
});

describe('asOf', () => {
  const steps: Record<string, ToOlder> = {
    '2027-06-01': (body, route) => ({ ...(body as object), second: route }),
    '2027-01-01': (body) => ({ seen: Object.keys(body as object) }),
  };

  it('takes back every change after the version, the newest first', () => {
    expect(asOf('2026-11-24', { name: 'A' }, '/x', steps)).toEqual({ seen: ['name', 'second'] });
    expect(asOf('2027-01-01', { name: 'A' }, '/x', steps)).toEqual({ name: 'A', second: '/x' });
  });

  it('leaves the newest version as it is', () => {
    expect(asOf('2027-06-01', { name: 'A' }, '/x', steps)).toEqual({ name: 'A' });
  });
});
