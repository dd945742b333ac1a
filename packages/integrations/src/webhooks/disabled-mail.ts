import type { MailContent } from '@vinculo/identity/mails/layout';
import { appPage } from '@vinculo/identity/mails/mail';
import type { Locale } from '@vinculo/identity/users/schema';
import type { DisabledNotice } from './notify-disabled';

export function disabledMail(locale: Locale, { webhookId, ...notice }: DisabledNotice): MailContent {
  return TEXTS[locale]({ ...notice, page: appPage(`/settings/webhooks/${webhookId}`) });
}

type Texts = Omit<DisabledNotice, 'webhookId'> & { page: string };

const TEXTS: Record<Locale, (texts: Texts) => MailContent> = {
  en: ({ description, url, reason, page }) => ({
    subject: `Webhook disabled: ${description}`,
    heading: `The webhook “${description}” is disabled`,
    paragraphs: [
      reason === 'gone'
        ? `${url} answered that it is gone (410), so nothing more is sent to it.`
        : `Every message to ${url} has failed for five days, so nothing more is sent to it.`,
      'Messages that failed are kept for 30 days. Set the webhook to active when it works again, and send them once more.',
    ],
    action: { label: 'Look at the webhook', url: page },
    note: 'You get this as an administrator.',
  }),
  es: ({ description, url, reason, page }) => ({
    subject: `Webhook desactivado: ${description}`,
    heading: `El webhook «${description}» está desactivado`,
    paragraphs: [
      reason === 'gone'
        ? `${url} respondió que ya no existe (410), así que no se le envía nada más.`
        : `Todos los mensajes a ${url} han fallado durante cinco días, así que no se le envía nada más.`,
      'Los mensajes que fallaron se guardan 30 días. Vuelve a activar el webhook cuando funcione y envíalos otra vez.',
    ],
    action: { label: 'Ver el webhook', url: page },
    note: 'Recibes este correo como administrador.',
  }),
};
