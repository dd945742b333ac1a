import type { Locale } from '../users/schema';
import type { MailContent } from './layout';

interface VerificationParams {
  name: string;
  company: string;
  url: string;
}

const verification: Record<Locale, (params: VerificationParams) => MailContent> = {
  en: ({ name, company, url }) => ({
    subject: 'Confirm your address to start with Vinculo',
    heading: `Welcome, ${name}`,
    paragraphs: [`One step is left to open ${company} in Vinculo: confirm that this address is yours.`],
    action: { label: 'Confirm and start', url },
    note: 'The link works once, for 7 days. If you did not sign up, ignore this mail: nothing will be kept.',
  }),
  es: ({ name, company, url }) => ({
    subject: 'Confirma tu dirección para empezar con Vinculo',
    heading: `Te damos la bienvenida, ${name}`,
    paragraphs: [`Falta un paso para abrir ${company} en Vinculo: confirma que esta dirección es tuya.`],
    action: { label: 'Confirmar y empezar', url },
    note: 'El enlace funciona una vez, durante 7 días. Si no te has registrado, ignora este correo: no guardaremos nada.',
  }),
};

export function verificationMail(locale: Locale, params: VerificationParams): MailContent {
  return verification[locale](params);
}

const accountExists: Record<Locale, (url: string) => MailContent> = {
  en: (url) => ({
    subject: 'You already have a Vinculo account',
    heading: 'You already have an account',
    paragraphs: [
      'Somebody, probably you, signed up to Vinculo with this address, which already belongs to an account.',
      'Nothing has changed. Log in as before; if you have forgotten the password, reset it there.',
    ],
    action: { label: 'Log in', url },
    note: 'If it was not you, there is nothing to do: nobody has got in.',
  }),
  es: (url) => ({
    subject: 'Ya tienes una cuenta en Vinculo',
    heading: 'Ya tienes una cuenta',
    paragraphs: [
      'Alguien, seguramente tú, se ha registrado en Vinculo con esta dirección, que ya pertenece a una cuenta.',
      'No ha cambiado nada. Inicia sesión como siempre; si has olvidado la contraseña, puedes restablecerla ahí.',
    ],
    action: { label: 'Iniciar sesión', url },
    note: 'Si no has sido tú, no tienes que hacer nada: nadie ha entrado.',
  }),
};

export function accountExistsMail(locale: Locale, url: string): MailContent {
  return accountExists[locale](url);
}
