import { describe, expect, it } from 'vitest';
import { parseTypedDate } from './typed-date';

const today = '2026-11-24';

describe('a typed date', () => {
  it.each([
    ['24/11/2026', 'es-ES', '2026-11-24'],
    ['11/24/2026', 'en-US', '2026-11-24'],
    ['24.11.26', 'en-GB', '2026-11-24'],
    ['24-11-85', 'en-GB', '1985-11-24'],
    ['2026-1-5', 'en-US', '2026-01-05'],
    ['3 4', 'es-ES', '2026-04-03'],
    ['24 nov', 'en-GB', '2026-11-24'],
    ['Nov 24, 2027', 'en-US', '2027-11-24'],
    ['24 de noviembre de 2027', 'es-ES', '2027-11-24'],
    ['1 sept. 2026', 'es-ES', '2026-09-01'],
  ])('reads “%s” in %s as %s', (text, tag, date) => {
    expect(parseTypedDate(text, tag, today)).toBe(date);
  });

  it.each(['31/2/2026', '24/11', 'soon', '12', '', '24 no', '1/2/3/4'])(
    'refuses “%s” in American order',
    (text) => {
      expect(parseTypedDate(text, 'en-US', today)).toBeNull();
    },
  );
});
