import type { Locale } from '../users/schema';
import type { MailContent } from './layout';

interface TrialParams {
  name: string;
  company: string;
  days: number;
  url: string;
}

const ending: Record<Locale, (params: TrialParams) => MailContent> = {
  en: ({ name, company, days, url }) => ({
    subject: `Your Vinculo trial ends in ${days} ${days === 1 ? 'day' : 'days'}`,
    heading: `Hello, ${name}`,
    paragraphs: [
      `The trial of ${company} ends in ${days} ${days === 1 ? 'day' : 'days'}.`,
      'After that everything can still be read and exported, but not changed.',
    ],
    action: { label: 'Open Vinculo', url },
    note: 'You get this as an administrator. To go on after the trial, answer this mail.',
  }),
  es: ({ name, company, days, url }) => ({
    subject: `Tu prueba de Vinculo termina en ${days} ${days === 1 ? 'día' : 'días'}`,
    heading: `Hola, ${name}`,
    paragraphs: [
      `La prueba de ${company} termina en ${days} ${days === 1 ? 'día' : 'días'}.`,
      'Después podréis seguir consultando y exportando todo, pero no cambiarlo.',
    ],
    action: { label: 'Abrir Vinculo', url },
    note: 'Recibes este correo como administrador. Para continuar después de la prueba, responde a este mensaje.',
  }),
};

export function trialEndingMail(locale: Locale, params: TrialParams): MailContent {
  return ending[locale](params);
}

const ended: Record<Locale, (params: TrialParams) => MailContent> = {
  en: ({ name, company, url }) => ({
    subject: 'Your Vinculo trial has ended',
    heading: `Hello, ${name}`,
    paragraphs: [
      `The trial of ${company} has ended. Nothing is lost: everything can be read and exported.`,
      'To change things again, answer this mail.',
    ],
    action: { label: 'Open Vinculo', url },
    note: 'You get this as an administrator.',
  }),
  es: ({ name, company, url }) => ({
    subject: 'Tu prueba de Vinculo ha terminado',
    heading: `Hola, ${name}`,
    paragraphs: [
      `La prueba de ${company} ha terminado. No se ha perdido nada: puedes consultar y exportar todo.`,
      'Para volver a hacer cambios, responde a este correo.',
    ],
    action: { label: 'Abrir Vinculo', url },
    note: 'Recibes este correo como administrador.',
  }),
};

export function trialEndedMail(locale: Locale, params: TrialParams): MailContent {
  return ended[locale](params);
}
