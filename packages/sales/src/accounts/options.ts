import type { Option } from '@vinculo/records/types/record-type';

/** What somebody is to the company; one may be several over time, one at a time. */
export const ACCOUNT_KINDS = [
  { value: 'customer', labels: { en: 'Customer', es: 'Cliente' }, color: 'teal' },
  { value: 'prospect', labels: { en: 'Prospect', es: 'Cliente potencial' }, color: 'blue' },
  { value: 'supplier', labels: { en: 'Supplier', es: 'Proveedor' }, color: 'orange' },
  { value: 'investor', labels: { en: 'Investor', es: 'Inversor' }, color: 'grape' },
  { value: 'partner', labels: { en: 'Partner', es: 'Socio' }, color: 'cyan' },
] as const satisfies readonly Option[];

export const INDUSTRIES = [
  { value: 'agriculture', labels: { en: 'Agriculture', es: 'Agricultura' } },
  { value: 'construction', labels: { en: 'Construction', es: 'Construcción' } },
  { value: 'education', labels: { en: 'Education', es: 'Educación' } },
  { value: 'energy', labels: { en: 'Energy', es: 'Energía' } },
  { value: 'finance', labels: { en: 'Finance', es: 'Finanzas' } },
  { value: 'government', labels: { en: 'Government', es: 'Administración pública' } },
  { value: 'health', labels: { en: 'Health', es: 'Sanidad' } },
  { value: 'hospitality', labels: { en: 'Hospitality', es: 'Hostelería' } },
  { value: 'manufacturing', labels: { en: 'Manufacturing', es: 'Industria' } },
  { value: 'media', labels: { en: 'Media', es: 'Medios' } },
  { value: 'non_profit', labels: { en: 'Non-profit', es: 'Sin ánimo de lucro' } },
  { value: 'real_estate', labels: { en: 'Real estate', es: 'Inmobiliario' } },
  { value: 'retail', labels: { en: 'Retail', es: 'Comercio' } },
  { value: 'services', labels: { en: 'Services', es: 'Servicios' } },
  { value: 'technology', labels: { en: 'Technology', es: 'Tecnología' } },
  { value: 'transport', labels: { en: 'Transport', es: 'Transporte' } },
  { value: 'other', labels: { en: 'Other', es: 'Otro' } },
] as const satisfies readonly Option[];
