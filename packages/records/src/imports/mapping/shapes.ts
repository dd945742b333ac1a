import type { Field, RecordType } from '../../types/record-type';
import { writableFields } from '../../types/schema';
import { parseBoolean } from '../cells/boolean';
import { parseChoice } from '../cells/choice';
import { parseEmails, parsePhones, parseUrl } from '../cells/contact-points';
import { parseCountry } from '../cells/country';
import { datePartsOf } from '../cells/date';
import { currencyOf } from '../cells/money';
import type { Target } from './targets';

const ANY_TIME = new Date('2030-01-01T00:00:00Z');

/**
 * The share of a column's values that a target could take, from 0 to 1; undefined where anything goes. It tells a
 * column of dates from one of names, whatever they are called.
 */
export function shareThatFits(
  values: readonly string[],
  target: Target,
  type: RecordType,
): number | undefined {
  const fits = testOf(target, type);
  if (!fits || values.length === 0) return undefined;
  return values.filter(fits).length / values.length;
}

function testOf(target: Target, type: RecordType): ((value: string) => boolean) | undefined {
  const field: Field | undefined = writableFields(type)[target.field];
  switch (target.kind) {
    case 'emails':
      return (value) => 'value' in parseEmails(value);
    case 'phones':
      return (value) => /^\+|[\s().-]|^\d{7,15}$/.test(value) && 'value' in parsePhones(value);
    case 'url':
      return (value) => 'value' in parseUrl(value) && !value.includes('@');
    case 'date':
    case 'dateTime':
      return (value) => datePartsOf(value.replace(/[T ]\d{1,2}:.*$/, ''), 'dmy', ANY_TIME) !== undefined;
    case 'number':
    case 'integer':
      return (value) => /^[-+(]?[\d.,\s]+[)%]?$/.test(value);
    case 'money':
      return (value) => /\d/.test(value) && /^[^\d]{0,5}[\d.,\s'’]+[^\d]{0,5}$/.test(value);
    case 'currency':
      return (value) => currencyOf(value, 'USD') !== undefined;
    case 'boolean':
      return (value) => 'value' in parseBoolean(value);
    case 'country':
      return (value) => 'value' in parseCountry(value);
    case 'fullName':
      return (value) => !/[@\d]/.test(value);
    case 'id':
      return (value) => new RegExp(`^${type.idPrefix}_[0-9A-Z]{26}$`).test(value);
    case 'select':
    case 'multiSelect': {
      const options = field && 'options' in field ? field.options : [];
      return (value) => 'value' in parseChoice(value, options);
    }
    default:
      return undefined;
  }
}
