import type { Labels } from '../../types/record-type';
import type { RowIssue } from '../cells/parse-row';
import type { SkipReason } from './intent';

/** Why a row was left out, as its result says it. */
const REASONS: Record<SkipReason, Labels> = {
  by_user: { en: 'Left out by hand.', es: 'Se dejó fuera a mano.' },
  exists: { en: 'It exists already.', es: 'Ya existe.' },
  duplicate_in_file: { en: 'It repeats a row above.', es: 'Repite una fila anterior.' },
  no_match: { en: 'There is no such record to change.', es: 'No hay ningún registro que cambiar.' },
  unchanged: { en: 'Nothing differs from the record.', es: 'No cambia nada del registro.' },
};

type Params = NonNullable<RowIssue['params']>;

/** What issues say in Spanish, by code; their own detail is the English text. Each names the value when it is known. */
export const SPANISH: Readonly<Record<string, (params: Params) => string>> = {
  'auth.forbidden': () => 'Tu rol no lo permite.',
  boolean_invalid: (params) => `${valueIn(params)} no es ni sí ni no.`,
  country_unknown: (params) => `${valueIn(params)} no es ningún país.`,
  currency_unknown: (params) => `${valueIn(params)} no es ninguna moneda.`,
  'date.in_future': () => 'La fecha de cierre no puede ser futura.',
  date_invalid: (params) => `${valueIn(params)} no es una fecha.`,
  email_invalid: (params) => `${valueIn(params)} no es una dirección de correo.`,
  encoding_wrong: () =>
    'Hay caracteres que no se pueden leer. Elige la codificación en la que se guardó el archivo.',
  'field.read_only': () => 'Tu rol no permite cambiar este campo.',
  invalid: () => 'Este valor no se puede aceptar.',
  invalid_format: () => 'Este valor no está bien escrito.',
  invalid_type: () => 'Este valor no se puede aceptar.',
  invalid_value: () => 'No es una de las opciones.',
  'lead.convert_only': () => 'Un lead pasa a convertido al convertirlo.',
  'lead.converted': () => 'Este lead ya se ha convertido.',
  money_invalid: (params) => `${valueIn(params)} no es un importe.`,
  money_too_precise: ({ currency, digits }) => `${currency} tiene ${digits} decimales.`,
  number_invalid: (params) => `${valueIn(params)} no es un número.`,
  number_not_whole: (params) => `${valueIn(params)} no es un número entero.`,
  one_of_required: () => 'Rellena al menos uno de los campos que identifican el registro.',
  'opportunity.not_closed': () => 'Solo una oportunidad cerrada tiene fecha de cierre.',
  option_unknown: (params) => `${valueIn(params)} no es una de las opciones.`,
  phone_invalid: (params) => `${valueIn(params)} no es un número de teléfono.`,
  'pipeline.unknown': () => 'No existe ese embudo.',
  'record.conflict': () => 'Algo de lo que depende cambiaba una y otra vez.',
  'record.not_unique': () => 'Otro registro ya tiene este valor.',
  'record.owner_not_allowed': () => 'Tu rol solo permite crear registros para ti o para tu equipo.',
  'reference.ambiguous': (params) => `Hay varios que se llaman ${valueIn(params)}.`,
  'reference.not_found': (params) => `No hay nada que se llame ${valueIn(params)}.`,
  required: () => 'Este campo es obligatorio.',
  'stage.not_in_pipeline': () => 'Esta etapa es de otro embudo.',
  'stage.unknown': () => 'No existe esa etapa.',
  team_unknown: (params) => `Ningún equipo se llama ${valueIn(params)}.`,
  'text.control_character': () => 'Contiene un carácter que no se puede guardar.',
  'text.link': () => 'Aquí no se permiten enlaces.',
  too_big: ({ maximum }) => `Es demasiado largo o grande: como máximo ${maximum}.`,
  too_long: ({ maximum }) => `Como máximo ${maximum} caracteres.`,
  too_small: ({ minimum }) => `Es demasiado corto o pequeño: como mínimo ${minimum}.`,
  unrecognized_keys: () => 'Esto no se puede indicar aquí.',
  url_invalid: (params) => `${valueIn(params)} no es una dirección web.`,
  user_unknown: (params) => `Nadie se llama ${valueIn(params)}.`,
};

function valueIn({ value }: Params): string {
  return value === undefined ? 'Esto' : `«${value}»`;
}

export function reasonText(reason: SkipReason, locale: string): string {
  return isSpanish(locale) ? REASONS[reason].es : REASONS[reason].en;
}

/** What is wrong with a row, in a language; a code without a Spanish text says it in English rather than nothing. */
export function issueText({ code, detail, params = {} }: RowIssue, locale: string): string {
  return (isSpanish(locale) ? SPANISH[code]?.(params) : undefined) ?? detail;
}

function isSpanish(locale: string): boolean {
  return locale.startsWith('es');
}
