import type { Locale } from '../users/schema';
import type { MailContent } from './layout';

export type FactorChange =
  | 'enabled'
  | 'disabled'
  | 'reset'
  | 'recovery_code_used'
  | 'passkey_added'
  | 'passkey_removed';

interface FactorParams {
  name: string;
  /** When, in the company's time zone. */
  at: string;
  /** Recovery codes that are left. */
  left: number;
  /** What the user calls the passkey. */
  passkey: string;
  url: string;
}

type Words = Pick<MailContent, 'subject' | 'paragraphs'>;

const en: Record<FactorChange, (params: FactorParams) => Words> = {
  enabled: ({ at }) => ({
    subject: 'Your account has a second factor now',
    paragraphs: [
      `Since ${at}, logging in to Vinculo asks for a second step besides your password.`,
      'Keep your recovery codes where you find them without your phone.',
    ],
  }),
  disabled: ({ at }) => ({
    subject: 'One-time codes were turned off',
    paragraphs: [`One-time codes for your Vinculo account were turned off on ${at}.`],
  }),
  reset: ({ at }) => ({
    subject: 'Your second factor was reset',
    paragraphs: [
      `An administrator took away the second factor of your Vinculo account on ${at}, and logged you out everywhere.`,
      'Your password is the same. Set a second factor up again after logging in.',
    ],
  }),
  recovery_code_used: ({ at, left }) => ({
    subject: 'A recovery code was used',
    paragraphs: [
      `A recovery code of your Vinculo account was used on ${at}. ${left === 1 ? '1 is left.' : `${left} are left.`}`,
    ],
  }),
  passkey_added: ({ at, passkey }) => ({
    subject: 'A passkey was added to your account',
    paragraphs: [
      `The passkey “${passkey}” was added to your Vinculo account on ${at}. It logs in without your password.`,
    ],
  }),
  passkey_removed: ({ at, passkey }) => ({
    subject: 'A passkey was removed from your account',
    paragraphs: [`The passkey “${passkey}” was removed from your Vinculo account on ${at}.`],
  }),
};

const es: Record<FactorChange, (params: FactorParams) => Words> = {
  enabled: ({ at }) => ({
    subject: 'Tu cuenta tiene ahora un segundo factor',
    paragraphs: [
      `Desde el ${at}, entrar en Vinculo pide un segundo paso además de tu contraseña.`,
      'Guarda tus códigos de recuperación donde los encuentres sin el móvil.',
    ],
  }),
  disabled: ({ at }) => ({
    subject: 'Se han desactivado los códigos de un solo uso',
    paragraphs: [`Los códigos de un solo uso de tu cuenta de Vinculo se desactivaron el ${at}.`],
  }),
  reset: ({ at }) => ({
    subject: 'Se ha restablecido tu segundo factor',
    paragraphs: [
      `Un administrador quitó el segundo factor de tu cuenta de Vinculo el ${at} y cerró todas tus sesiones.`,
      'Tu contraseña es la misma. Vuelve a configurar un segundo factor después de entrar.',
    ],
  }),
  recovery_code_used: ({ at, left }) => ({
    subject: 'Se ha usado un código de recuperación',
    paragraphs: [
      `El ${at} se usó un código de recuperación de tu cuenta de Vinculo. ${left === 1 ? 'Queda 1.' : `Quedan ${left}.`}`,
    ],
  }),
  passkey_added: ({ at, passkey }) => ({
    subject: 'Se ha añadido una llave de acceso a tu cuenta',
    paragraphs: [
      `El ${at} se añadió la llave de acceso «${passkey}» a tu cuenta de Vinculo. Entra sin tu contraseña.`,
    ],
  }),
  passkey_removed: ({ at, passkey }) => ({
    subject: 'Se ha quitado una llave de acceso de tu cuenta',
    paragraphs: [`El ${at} se quitó la llave de acceso «${passkey}» de tu cuenta de Vinculo.`],
  }),
};

const FRAME = {
  en: {
    words: en,
    hello: (name: string) => `Hello, ${name}`,
    doubt: 'If it was not you, change your password now and tell your administrator.',
    label: 'Look at my security settings',
    note: 'We send this whenever the protection of an account changes.',
  },
  es: {
    words: es,
    hello: (name: string) => `Hola, ${name}`,
    doubt: 'Si no has sido tú, cambia tu contraseña ahora y avisa a tu administrador.',
    label: 'Ver mis ajustes de seguridad',
    note: 'Enviamos este aviso cada vez que cambia la protección de una cuenta.',
  },
} satisfies Record<Locale, unknown>;

export function secondFactorMail(locale: Locale, change: FactorChange, params: FactorParams): MailContent {
  const { words, hello, doubt, label, note } = FRAME[locale];
  const { subject, paragraphs } = words[change](params);
  return {
    subject,
    heading: hello(params.name),
    // A reset was somebody else's doing in any case.
    paragraphs: change === 'reset' ? paragraphs : [...paragraphs, doubt],
    action: { label, url: params.url },
    note,
  };
}
