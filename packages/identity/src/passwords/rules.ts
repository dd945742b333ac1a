import { type FieldError, invalidInput } from '@vinculo/platform/errors';
import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM } from './schema';

/** What the password must not be built from, besides the product's name. */
export interface PasswordContext {
  company?: string;
  email?: string;
}

const PRODUCT = 'vinculo';
/** Shorter words occur in good passwords by chance. */
const SHORTEST_WORD = 4;

/**
 * Refuses what is guessed first: length, the 3,000 most common, and the words around this account. No composition
 * rules, for they make passwords worse (S2). Throws 422 naming the field.
 */
export async function assertPasswordAcceptable(
  password: string,
  { company = '', email = '' }: PasswordContext,
  pointer = '/password',
): Promise<void> {
  const problem = await problemOf(password, company, email);
  if (!problem) return;
  throw invalidInput([{ pointer, ...problem }]);
}

async function problemOf(
  password: string,
  company: string,
  email: string,
): Promise<Omit<FieldError, 'pointer'> | undefined> {
  const length = [...password].length;
  if (length < PASSWORD_MINIMUM) {
    return {
      code: 'too_small',
      detail: `Use at least ${PASSWORD_MINIMUM} characters.`,
      params: { minimum: PASSWORD_MINIMUM },
    };
  }
  if (length > PASSWORD_MAXIMUM) {
    return {
      code: 'too_big',
      detail: `Use at most ${PASSWORD_MAXIMUM} characters.`,
      params: { maximum: PASSWORD_MAXIMUM },
    };
  }
  const plain = fold(password);
  // A tenth of the code of a process that may never be given a password.
  const { commonPasswords } = await import('./common-passwords');
  if (commonPasswords.has(plain))
    return { code: 'password.common', detail: 'This password is one of the most common.' };
  if (plain.includes(PRODUCT) || hasWordOf(plain, company)) {
    return {
      code: 'password.company_word',
      detail: 'Leave the name of the company and of Vinculo out of it.',
    };
  }
  if (hasWordOf(plain, email.split('@')[0] ?? '')) {
    return { code: 'password.email_word', detail: 'Leave your e-mail address out of it.' };
  }
  return undefined;
}

function hasWordOf(password: string, text: string): boolean {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length >= SHORTEST_WORD && password.includes(word));
}

/** Lower case without accents, so that VÍNCULO is still the product's name. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
