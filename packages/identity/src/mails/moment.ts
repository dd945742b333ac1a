import type { Locale } from '../users/schema';

/** A moment as a mail says it, in the company's time zone. */
export function inWords(at: string, { locale, timeZone }: { locale: Locale; timeZone: string }): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(at),
  );
}
