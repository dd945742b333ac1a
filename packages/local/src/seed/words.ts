import { english } from '@vinculo/sales/sample-data/content-en';
import { spanish } from '@vinculo/sales/sample-data/content-es';

/** What generated names are made of, in one language. */
export interface Words {
  company: string;
  team: string;
  people: readonly [admin: string, manager: string, seller: string];
  firstNames: readonly string[];
  lastNames: readonly string[];
  jobs: readonly string[];
  places: readonly string[];
  trades: readonly string[];
  deals: readonly string[];
  subjects: readonly string[];
  lostReasons: readonly string[];
}

export function wordsFor(locale: string): Words {
  return locale === 'es' ? SPANISH : ENGLISH;
}

const ENGLISH: Words = {
  company: 'Meridian Supply Co.',
  team: 'Field sales',
  people: ['Alex Morgan', 'Sam Whitaker', 'Jordan Ellis'],
  firstNames: english.contacts.map(([firstName]) => firstName),
  lastNames: english.contacts.map(([, lastName]) => lastName),
  jobs: english.contacts.map(([, , job]) => job),
  places:
    'Ashford Bramley Carrow Dunmore Elmsworth Farleigh Glenhaven Hollins Ivybridge Kestrel Lowmoor Norwood'.split(
      ' ',
    ),
  trades: [
    'Bakeries',
    'Instruments',
    'Pharmacies',
    'Freight',
    'Gardens',
    'Textiles',
    'Optics',
    'Energy',
    'Tools',
    'Printing',
  ],
  deals: english.opportunities,
  subjects: english.activities.map(([subject]) => subject),
  lostReasons: english.lostReasons,
};

const SPANISH: Words = {
  company: 'Suministros Meridiano',
  team: 'Ventas de zona',
  people: ['Alejandra Morán', 'Samuel Vidal', 'Jordi Elías'],
  firstNames: spanish.contacts.map(([firstName]) => firstName),
  lastNames: spanish.contacts.map(([, lastName]) => lastName),
  jobs: spanish.contacts.map(([, , job]) => job),
  places:
    'Alborada Brezales Carrasco Dehesa Encinar Fontana Guadiana Herrera Ibarra Kalanda Luarca Navas'.split(
      ' ',
    ),
  trades: [
    'Panaderías',
    'Instrumentos',
    'Farmacias',
    'Transportes',
    'Jardines',
    'Textiles',
    'Óptica',
    'Energía',
    'Herramientas',
    'Imprenta',
  ],
  deals: spanish.opportunities,
  subjects: spanish.activities.map(([subject]) => subject),
  lostReasons: spanish.lostReasons,
};
