import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdated, isPasswordOf } from './hash';

describe('hashPassword', () => {
  it('is argon2id with 19 MiB, two passes and a salt of its own (S1)', async () => {
    const [one, other] = await Promise.all([hashPassword('same'), hashPassword('same')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
    expect(isOutdated(one)).toBe(false);
  });

  it.each([
    '$argon2id$v=19$m=9216,t=4,p=1$c2FsdA$aGFzaA',
    '$argon2id$v=19$m=19456,t=1,p=1$c2FsdA$aGFzaA',
    '$argon2i$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
    '$2b$12$c2FsdHNhbHRzYWx0c2FsdA',
  ])('is due again for %s (S1)', (stored) => {
    expect(isOutdated(stored)).toBe(true);
  });
});

describe('isPasswordOf', () => {
  it('tells the right password by every character, also far behind (S2)', async () => {
    const password = `${'a'.repeat(100)}b`;
    const stored = await hashPassword(password);
    expect(await isPasswordOf(stored, password)).toBe(true);
    expect(await isPasswordOf(stored, 'a'.repeat(101))).toBe(false);
    expect(await isPasswordOf(stored, 'a'.repeat(100))).toBe(false);
  });

  it('is never true without a stored hash (S3)', async () => {
    expect(await isPasswordOf(undefined, 'anything')).toBe(false);
    expect(await isPasswordOf(undefined, '')).toBe(false);
  });
});
