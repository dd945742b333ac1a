import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hintOf, isKeySecret, newKeySecret } from './secret';

const digit = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');

describe('the secret of a key', () => {
  it('has a form that a scanner can look for, and never comes twice (S13)', () => {
    const secrets = Array.from({ length: 1_000 }, newKeySecret);
    for (const secret of secrets) expect(secret).toMatch(/^vnc_[0-9A-Za-z]{39}$/);
    expect(new Set(secrets).size).toBe(1_000);
    expect(secrets.every(isKeySecret)).toBe(true);
  });

  it('stays as it is stored: this one must work for ever', () => {
    expect(isKeySecret('vnc_2QpVweXDeBp2u22AlDw0ufVsTRSpBITOS2cADTC')).toBe(true);
  });

  it('is told from one with a wrong character anywhere (S13)', () => {
    const secret = newKeySecret();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: secret.length - 1 }), digit, (position, other) => {
        fc.pre(secret[position] !== other);
        expect(isKeySecret(secret.slice(0, position) + other + secret.slice(position + 1))).toBe(false);
      }),
    );
  });

  it('is told from one with two neighbours swapped, and from any other text (S13)', () => {
    const secret = newKeySecret();
    for (let at = 4; at < secret.length - 1; at++) {
      const [one, two] = [secret.charAt(at), secret.charAt(at + 1)];
      if (one === two) continue;
      expect(isKeySecret(secret.slice(0, at) + two + one + secret.slice(at + 2))).toBe(false);
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !isKeySecret(text)));
    fc.assert(fc.property(fc.string({ unit: digit, maxLength: 60 }), (text) => !isKeySecret(`vnc_${text}`)));
  });

  it('gives so little away by its beginning that 160 bits stay unknown (S13)', () => {
    const secret = newKeySecret();
    const hint = hintOf(secret);
    expect(secret.startsWith(hint)).toBe(true);
    const unknown = secret.length - hint.length - 6;
    expect(unknown * Math.log2(62)).toBeGreaterThan(160);
  });
});
