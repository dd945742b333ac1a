import type { Locale } from '../users/schema';
import type { MailContent } from './layout';

const passwordReset: Record<Locale, (params: { name: string; url: string }) => MailContent> = {
  en: ({ name, url }) => ({
    subject: 'Set a new password',
    heading: `Hello, ${name}`,
    paragraphs: ['You asked for a new password for Vinculo. Choose it here:'],
    action: { label: 'Set a new password', url },
    note: 'The link works once, for one hour. If you did not ask for it, ignore this mail: your password stays as it is.',
  }),
  es: ({ name, url }) => ({
    subject: 'Elige una contraseña nueva',
    heading: `Hola, ${name}`,
    paragraphs: ['Has pedido una contraseña nueva para Vinculo. Elígela aquí:'],
    action: { label: 'Elegir contraseña', url },
    note: 'El enlace funciona una vez, durante una hora. Si no lo has pedido, ignora este correo: tu contraseña no cambia.',
  }),
};

export function passwordResetMail(locale: Locale, params: { name: string; url: string }): MailContent {
  return passwordReset[locale](params);
}

interface ChangedParams {
  name: string;
  /** When, in the company's time zone. */
  at: string;
  url: string;
}

const passwordChanged: Record<Locale, (params: ChangedParams) => MailContent> = {
  en: ({ name, at, url }) => ({
    subject: 'Your password was changed',
    heading: `Hello, ${name}`,
    paragraphs: [
      `Your password for Vinculo was changed on ${at}. You have been logged out everywhere else.`,
      'If it was you, there is nothing to do. If not, set a new one now and tell your administrator.',
    ],
    action: { label: 'It was not me', url },
    note: 'We send this whenever a password changes.',
  }),
  es: ({ name, at, url }) => ({
    subject: 'Tu contraseña ha cambiado',
    heading: `Hola, ${name}`,
    paragraphs: [
      `Tu contraseña de Vinculo cambió el ${at}. Hemos cerrado tus demás sesiones.`,
      'Si has sido tú, no tienes que hacer nada. Si no, elige otra ahora y avisa a tu administrador.',
    ],
    action: { label: 'No he sido yo', url },
    note: 'Enviamos este aviso cada vez que cambia una contraseña.',
  }),
};

export function passwordChangedMail(locale: Locale, params: ChangedParams): MailContent {
  return passwordChanged[locale](params);
}
