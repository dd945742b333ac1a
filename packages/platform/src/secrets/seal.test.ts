import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../ports/ports';
import type { KeyRing } from '../ports/sealing';
import { newKeyRing, parseKeyRing } from './key-ring';
import { openSecret, SealError, sealSecret } from './seal';

const ring = parseKeyRing(newKeyRing());

function aTenant(tenantId: string, known: KeyRing = ring, renewed: KeyRing = known) {
  const sealing: Ports['sealing'] = { ring: async (options) => (options?.renewed ? renewed : known) };
  return { tenantId, ports: { sealing } as Ports };
}

describe('a sealed secret', () => {
  it('opens for the tenant and purpose that it was sealed for, and for no other (T1)', async () => {
    const sealed = await sealSecret(aTenant('ten_1'), 'totp#usr_1', 'hunter2');
    expect(await openSecret(aTenant('ten_1'), 'totp#usr_1', sealed)).toBe('hunter2');
    for (const [tenantId, purpose] of [
      ['ten_2', 'totp#usr_1'],
      ['ten_1', 'totp#usr_2'],
      ['ten_1', 'webhook#usr_1'],
      ['ten_1totp', '#usr_1'],
    ] as const) {
      await expect(openSecret(aTenant(tenantId), purpose, sealed)).rejects.toThrow(SealError);
    }
  });

  it('keeps any text, and tells nothing of it (S28)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (secret) => {
        const sealed = await sealSecret(aTenant('ten_1'), 'p', secret);
        expect(await openSecret(aTenant('ten_1'), 'p', sealed)).toBe(Buffer.from(secret).toString());
      }),
    );
    const sealed = await sealSecret(aTenant('ten_1'), 'p', 'correct horse');
    expect(Buffer.from(sealed.split('.')[1] ?? '', 'base64url').toString('latin1')).not.toContain('correct');
    expect(await sealSecret(aTenant('ten_1'), 'p', 'correct horse')).not.toBe(sealed);
  });

  it('does not open when a letter of it changed, nor under another key (S8)', async () => {
    const sealed = await sealSecret(aTenant('ten_1'), 'p', 'hunter2');
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.constantFrom(...'AZaz09-_.'), async (at, letter) => {
        fc.pre(sealed[at] !== letter);
        const forged = sealed.slice(0, at) + letter + sealed.slice(at + 1);
        await expect(openSecret(aTenant('ten_1'), 'p', forged)).rejects.toThrow(SealError);
      }),
    );
    const another = aTenant('ten_1', parseKeyRing(newKeyRing()));
    await expect(openSecret(another, 'p', sealed)).rejects.toThrow(SealError);
  });

  it('opens after another key became current, also where that key is not known yet', async () => {
    const first = await sealSecret(aTenant('ten_1'), 'p', 'older');
    const k2 = 'another key of at least 32 letters';
    const both: KeyRing = { current: 'k2', keys: new Map([...ring.keys, ['k2', k2]]) };
    expect(await openSecret(aTenant('ten_1', both), 'p', first)).toBe('older');
    const second = await sealSecret(aTenant('ten_1', both), 'p', 'newer');
    expect(second).toMatch(/^k2\./);
    expect(await openSecret(aTenant('ten_1', ring, both), 'p', second)).toBe('newer');
  });

  it('names neither its value nor its owner in the failure (T10)', async () => {
    const sealed = await sealSecret(aTenant('ten_1'), 'totp#usr_1', 'hunter2');
    const failure = await openSecret(aTenant('ten_2'), 'totp#usr_1', sealed).catch((error: unknown) => error);
    expect(String(failure)).toBe('SealError: A sealed value does not open as totp');
  });
});

describe('a key ring', () => {
  it.each([
    '{}',
    '{"current":"k1"}',
    '{"current":"k2","k1":"12345678901234567890123456789012"}',
    '{"current":"k1","k1":"short"}',
  ])('is refused as %s', (text) => {
    expect(() => parseKeyRing(text)).toThrow();
  });
});
