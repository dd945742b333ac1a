import { describe, expect, it } from 'vitest';
import { lineSchema } from './text';

describe('lineSchema', () => {
  it.each([
    'Ana',
    "Conan O'Brien",
    'Müller & Söhne GmbH',
    '株式会社',
    'A. B. (Ltd.)',
    'WWW Logistics',
    '3M/Scotch',
  ])('takes %s', (text) => {
    expect(lineSchema.safeParse(text).success).toBe(true);
  });

  it.each([
    '',
    '   ',
    'a\nb',
    'a\rb',
    'a\0b',
    'a\u0085b',
    'http://x.example',
    'Visit www.x.example',
    'x'.repeat(121),
  ])('refuses %j (S21, S25)', (text) => {
    expect(lineSchema.safeParse(text).success).toBe(false);
  });
});
