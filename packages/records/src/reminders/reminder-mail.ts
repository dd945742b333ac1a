import type { MailContent } from '@vinculo/identity/mails/layout';
import { appPage } from '@vinculo/identity/mails/mail';
import type { Locale } from '@vinculo/identity/users/schema';

interface ReminderParams {
  title: string;
  at: Date | undefined;
  timeZone: string;
  path: string;
}

export function reminderMail(locale: Locale, { title, at, timeZone, path }: ReminderParams): MailContent {
  const when =
    at && new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at);
  return TEXTS[locale]({ title: oneLine(title), when, url: appPage(path) });
}

interface Texts {
  title: string;
  when: string | undefined;
  url: string;
}

const TEXTS: Record<Locale, (texts: Texts) => MailContent> = {
  en: ({ title, when, url }) => ({
    subject: `Reminder: ${title}`,
    heading: title,
    paragraphs: [when ? `It is due on ${when}.` : 'You asked to be reminded of it now.'],
    action: { label: 'Open in Vinculo', url },
    note: 'You get this because a reminder is set on something of yours. You can turn these mails off in your profile.',
  }),
  es: ({ title, when, url }) => ({
    subject: `Recordatorio: ${title}`,
    heading: title,
    paragraphs: [when ? `Es para el ${when}.` : 'Pediste que te lo recordáramos ahora.'],
    action: { label: 'Abrir en Vinculo', url },
    note: 'Recibes este correo porque hay un recordatorio en algo tuyo. Puedes desactivar estos correos en tu perfil.',
  }),
};

/** A subject line has one line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
