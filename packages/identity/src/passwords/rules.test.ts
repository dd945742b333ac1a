import { InvalidError } from '@vinculo/platform/errors';
import { describe, expect, it } from 'vitest';
import common from './common-passwords.json';
import { assertPasswordAcceptable } from './rules';

const context = { company: 'Zapatería Luna & Co', email: 'ana.prado@luna.example' };

async function codeFor(password: string): Promise<string | undefined> {
  try {
    await assertPasswordAcceptable(password, context);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidError) return error.errors[0]?.code;
    throw error;
  }
}

describe('assertPasswordAcceptable', () => {
  it.each([
    ['1234567', 'too_small'],
    ['ñññññññ', 'too_small'],
    ['x'.repeat(129), 'too_big'],
    ['password', 'password.common'],
    ['PassWord', 'password.common'],
    ['trustno1', 'password.common'],
    ['mivinculo!', 'password.company_word'],
    ['MI VÍNCULO', 'password.company_word'],
    ['zapateria27', 'password.company_word'],
    ['ZAPATERÍA27', 'password.company_word'],
    ['prado-verde', 'password.email_word'],
  ])('refuses %j as %s (S2)', async (password, code) => {
    expect(await codeFor(password)).toBe(code);
  });

  it.each([
    ['8 letters', 'qzjwxkvb'],
    ['only digits', '93417265'],
    ['128 letters', `${'qz '.repeat(42)}qz`],
    ['spaces', '        q        '],
    ['emoji', '🐙🐙🐙🐙🐙🐙🐙🐙'],
    ['a short word of the company', 'coordinates'],
    ['a short word of the address', 'bananas-on-rye'],
  ])('takes %s: no rule about what it is made of (S2)', async (_, password) => {
    expect(await codeFor(password)).toBeUndefined();
  });

  it('knows the 3,000 most common of acceptable length (S2)', async () => {
    const passwords = common.passwords.flatMap((line) => line.split(' '));
    expect(new Set(passwords).size).toBe(3_000);
    for (const password of passwords) expect(await codeFor(password), password).toBeDefined();
  });
});
