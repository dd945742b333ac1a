import type { Locale } from '../users/schema';
import type { MailContent } from './layout';

interface InvitationParams {
  company: string;
  inviter: string;
  message: string | undefined;
  url: string;
}

const invitation: Record<Locale, (params: InvitationParams) => MailContent> = {
  en: ({ company, inviter, message, url }) => ({
    subject: `${inviter} invites you to ${company} on Vinculo`,
    heading: `Join ${company} on Vinculo`,
    paragraphs: [
      `${inviter} invites you to work with them in ${company}’s CRM.`,
      ...(message ? [`${inviter} writes: “${message}”`] : []),
    ],
    action: { label: 'Accept the invitation', url },
    note: 'The link works once, for 7 days. If you do not know the sender, ignore this mail.',
  }),
  es: ({ company, inviter, message, url }) => ({
    subject: `${inviter} te invita a ${company} en Vinculo`,
    heading: `Únete a ${company} en Vinculo`,
    paragraphs: [
      `${inviter} te invita a trabajar en el CRM de ${company}.`,
      ...(message ? [`${inviter} escribe: «${message}»`] : []),
    ],
    action: { label: 'Aceptar la invitación', url },
    note: 'El enlace funciona una vez, durante 7 días. Si no conoces a quien lo envía, ignora este correo.',
  }),
};

export function invitationMail(locale: Locale, params: InvitationParams): MailContent {
  return invitation[locale](params);
}
