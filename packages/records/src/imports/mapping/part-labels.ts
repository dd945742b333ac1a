import type { Labels } from '../../types/record-type';

/** What a label of an e-mail, phone or address is called, in imports, exports and nowhere else. */
export const POINT_LABELS = {
  work: { en: 'work', es: 'trabajo' },
  home: { en: 'home', es: 'casa' },
  mobile: { en: 'mobile', es: 'móvil' },
  fax: { en: 'fax', es: 'fax' },
  billing: { en: 'billing', es: 'facturación' },
  shipping: { en: 'shipping', es: 'envío' },
  other: { en: 'other', es: 'otro' },
} as const satisfies Record<string, Labels>;

export const EMAIL_LABELS = ['work', 'home', 'billing', 'other'] as const;
export const PHONE_LABELS = ['work', 'mobile', 'home', 'fax', 'other'] as const;
export const ADDRESS_LABELS = ['billing', 'shipping', 'home', 'work', 'other'] as const;

export const ADDRESS_PARTS = {
  street: { en: 'street', es: 'calle' },
  city: { en: 'city', es: 'ciudad' },
  region: { en: 'region', es: 'provincia' },
  postalCode: { en: 'postal code', es: 'código postal' },
  country: { en: 'country', es: 'país' },
} as const satisfies Record<string, Labels>;

export const CURRENCY_LABEL: Labels = { en: 'currency', es: 'moneda' };
export const FULL_NAME_LABEL: Labels = { en: 'Full name', es: 'Nombre completo' };
export const ID_LABEL: Labels = { en: 'Id', es: 'Id' };

/** "Addresses: city" */
export function joined(field: Labels, ...parts: Labels[]): Labels {
  const tail = (language: keyof Labels) => parts.map((part) => part[language]).join(' ');
  return { en: `${field.en}: ${tail('en')}`, es: `${field.es}: ${tail('es')}` };
}
