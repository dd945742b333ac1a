import * as z from 'zod';

/**
 * A line of text that a person types: it may end up in a mail header or in a mail to a stranger, so it holds no line
 * break and no link (S21, S25).
 */
export const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((text) => !/\p{Cc}/u.test(text), {
    params: { code: 'text.control_character' },
    error: 'Control characters are not allowed.',
  })
  .refine((text) => !holdsLink(text), {
    params: { code: 'text.link' },
    error: 'Links are not allowed here.',
  });

export function holdsLink(text: string): boolean {
  return /:\/\/|\bwww\./i.test(text);
}
