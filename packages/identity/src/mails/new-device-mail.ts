import type { Locale } from '../users/schema';
import type { MailContent } from './layout';

interface NewDeviceParams {
  name: string;
  /** When, in the company's time zone. */
  at: string;
  /** Browser and system, or nothing where the browser does not tell. */
  device: string;
  /** Where from; undefined on somebody's own computer. */
  network: string | undefined;
  url: string;
}

const newDevice: Record<Locale, (params: NewDeviceParams) => MailContent> = {
  en: ({ name, at, device, network, url }) => ({
    subject: 'Your account was used on a new device',
    heading: `Hello, ${name}`,
    paragraphs: [
      'Somebody logged in to your Vinculo account on a device that it was never used on before:',
      [`When: ${at}`, `Browser: ${device || 'unknown'}`, `Network: ${network ?? 'unknown'}`].join(' — '),
      'If it was you, there is nothing to do. If not, log that device out and change your password now.',
    ],
    action: { label: 'See where I am logged in', url },
    note: 'We send this once for each device. Deleting cookies makes a device new again.',
  }),
  es: ({ name, at, device, network, url }) => ({
    subject: 'Se ha usado tu cuenta en un dispositivo nuevo',
    heading: `Hola, ${name}`,
    paragraphs: [
      'Alguien ha entrado en tu cuenta de Vinculo desde un dispositivo en el que nunca se había usado:',
      [`Cuándo: ${at}`, `Navegador: ${device || 'desconocido'}`, `Red: ${network ?? 'desconocida'}`].join(
        ' — ',
      ),
      'Si has sido tú, no tienes que hacer nada. Si no, cierra la sesión de ese dispositivo y cambia tu contraseña ahora.',
    ],
    action: { label: 'Ver dónde he entrado', url },
    note: 'Enviamos este aviso una vez por dispositivo. Al borrar las cookies, un dispositivo vuelve a ser nuevo.',
  }),
};

export function newDeviceMail(locale: Locale, params: NewDeviceParams): MailContent {
  return newDevice[locale](params);
}
