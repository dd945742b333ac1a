import { toDecimal } from '@vinculo/platform/money/money';
import {
  ADDRESS_PARTS,
  CURRENCY_LABEL,
  EMAIL_LABELS,
  ID_LABEL,
  joined,
  PHONE_LABELS,
  POINT_LABELS,
} from '../imports/mapping/part-labels';
import { allFields } from '../lists/field-of';
import type {
  AddressValue,
  CrmRecord,
  EmailValue,
  Field,
  Labels,
  Money,
  PhoneValue,
  RecordType,
} from '../types/record-type';

/** One column of a file. What it is called is what an import calls it, so that a file comes back by itself. */
export interface Column {
  labels: Labels;
  /** `names` holds what ids and other values stand for. */
  cell(record: CrmRecord, names: Readonly<Record<string, string>>): string;
}

type FieldOf<K extends Field['kind']> = Extract<Field, { kind: K }>;

/** The columns of a field: several where one cell would lose something. `named` holds the names of its values. */
export function columnsOf(
  type: RecordType,
  name: string,
  locale: string,
  named: ReadonlyMap<unknown, string> = new Map(),
): Column[] {
  const field = allFields(type)[name];
  if (!field) return [];
  const { labels } = field;
  const plain = (cell: (value: unknown) => string): Column[] => [
    { labels: name === 'id' ? ID_LABEL : labels, cell: (record) => cell(record[name]) },
  ];
  switch (field.kind) {
    case 'emails':
      return pointColumns(name, labels, EMAIL_LABELS);
    case 'phones':
      return pointColumns(name, labels, PHONE_LABELS);
    case 'addresses':
      return addressColumns(name, labels);
    case 'money':
      return moneyColumns(name, labels);
    case 'reference':
    case 'user':
    case 'team':
      return [{ labels, cell: (record, names) => names[String(record[name] ?? '')] ?? '' }];
    case 'select':
      return plain((value) => optionLabel(field, value, locale));
    case 'multiSelect':
      return plain((value) =>
        listOf(value)
          .map((part) => optionLabel(field, part, locale))
          .join('; '),
      );
    case 'tags':
      return plain((value) => listOf(value).join('; '));
    default:
      return plain(
        (value) => named.get(value) ?? (value === undefined || value === null ? '' : String(value)),
      );
  }
}

/** Points without a label in one column, labelled ones in their own. */
function pointColumns(
  name: string,
  labels: Labels,
  used: ReadonlyArray<keyof typeof POINT_LABELS>,
): Column[] {
  const textOf = (record: CrmRecord, label: string | undefined) =>
    (listOf(record[name]) as Array<EmailValue | PhoneValue>)
      .filter((point) => point.label === label)
      .map(({ value }) => value)
      .join('; ');
  return [
    { labels, cell: (record) => textOf(record, undefined) },
    ...used.map((label) => ({
      labels: joined(labels, POINT_LABELS[label]),
      cell: (record: CrmRecord) => textOf(record, label),
    })),
  ];
}

/** The parts of the primary address. */
function addressColumns(name: string, labels: Labels): Column[] {
  return Object.entries(ADDRESS_PARTS).map(([part, partLabels]) => ({
    labels: joined(labels, partLabels),
    cell: (record) => {
      const addresses = listOf(record[name]) as AddressValue[];
      const address = addresses.find(({ isPrimary }) => isPrimary) ?? addresses[0];
      return String(address?.[part as keyof AddressValue] ?? '');
    },
  }));
}

function moneyColumns(name: string, labels: Labels): Column[] {
  const moneyOf = (record: CrmRecord) => record[name] as Money | undefined;
  return [
    {
      labels,
      cell: (record) => {
        const money = moneyOf(record);
        return money ? toDecimal(money) : '';
      },
    },
    { labels: joined(labels, CURRENCY_LABEL), cell: (record) => moneyOf(record)?.currency ?? '' },
  ];
}

function optionLabel(field: FieldOf<'select' | 'multiSelect'>, value: unknown, locale: string): string {
  const option = field.options.find((one) => one.value === value);
  return option ? (locale.startsWith('es') ? option.labels.es : option.labels.en) : String(value ?? '');
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
