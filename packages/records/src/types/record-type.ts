/** A text in every language that the product speaks. */
export interface Labels {
  en: string;
  es: string;
}

export interface Option {
  value: string;
  labels: Labels;
  /** A colour name of the web theme. */
  color?: string;
}

interface FieldBase {
  labels: Labels;
  isRequired?: boolean;
  /** Kept in the part of the record that list indexes carry: cheap to list, filter and sort. */
  inCard?: boolean;
  /** Set by the server only; refused in input (S12). */
  isReadOnly?: boolean;
  /** Personal data, for privacy tools. */
  isPersonal?: boolean;
  defaultValue?: unknown;
}

/** Every kind of field; its name decides validation, storage, filter operators, import parsing and screens. */
export type Field = FieldBase &
  (
    | { kind: 'text' | 'longText'; maxLength?: number }
    | { kind: 'number' | 'integer'; min?: number; max?: number }
    | { kind: 'url' | 'boolean' | 'date' | 'dateTime' | 'money' | 'currency' | 'tags' }
    | { kind: 'emails' | 'phones' | 'addresses' }
    | { kind: 'select' | 'multiSelect'; options: readonly Option[] }
    /** Holds an id of one of these record types. `continues`: the timeline of that record goes on in this one's. */
    | { kind: 'reference'; to: readonly string[]; continues?: true }
    | { kind: 'user' | 'team' }
  );

export type FieldKind = Field['kind'];

export interface Money {
  /** In the currency's minor unit. */
  amountMinor: number;
  /** ISO 4217. */
  currency: string;
}

export interface EmailValue {
  value: string;
  label?: 'work' | 'home' | 'billing' | 'other';
  isPrimary?: boolean;
}

export interface PhoneValue {
  value: string;
  label?: 'work' | 'mobile' | 'home' | 'fax' | 'other';
  isPrimary?: boolean;
}

export interface AddressValue {
  label?: 'billing' | 'shipping' | 'home' | 'work' | 'other';
  street?: string;
  city?: string;
  region?: string;
  postalCode?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  isPrimary?: boolean;
}

/** Records of another type that point here. */
export interface Relation {
  name: string;
  type: string;
  /** The field of the other type that holds this record's id; it is one of that type's `indexes.by`. */
  by: string;
  labels: Labels;
}

/** Records that match in all `fields` may be the same person or company. */
export interface DuplicateRule {
  name: string;
  fields: readonly string[];
}

/** A record type is data: storage, API, lists, search, import and screens come from it. */
export interface RecordType {
  /** Singular, snake_case, as in events: `contact.created`. */
  name: string;
  /** In paths and JSON: `contacts`. */
  plural: string;
  idPrefix: string;
  labels: { one: Labels; many: Labels };
  /** Icon and colour names of the web theme. */
  icon: string;
  color: string;
  fields: Readonly<Record<string, Field>>;
  /** The fields whose values, joined by a space, name a record. Each is `inCard`. */
  title: readonly string[];
  /** Shown beside the title in search results and pickers. */
  subtitle?: string;
  /** At least one field of each group must be set. */
  requireOneOf?: ReadonlyArray<readonly string[]>;
  indexes: {
    /** The order of lists by default; text ascending, dates and numbers as they are. A card field, or `createdAt`. */
    sort: string;
    /** Card fields looked up by equality, two at most. */
    by?: readonly string[];
    /** Values that only one live record of the tenant may have. */
    unique?: readonly string[];
  };
  search: readonly string[];
  /** What its events tell besides created, updated, deleted and restored, as `stage_changed`. */
  events?: readonly string[];
  duplicates?: readonly DuplicateRule[];
  relations?: readonly Relation[];
  defaultColumns: readonly string[];
  /** A select or reference field whose values make the columns of a board. */
  boardField?: string;
  /** Not in the navigation by itself: activities live on other records. */
  isSecondary?: boolean;
}

/** What every record has besides its type's fields. */
export interface SystemFields {
  id: string;
  type: string;
  version: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
  ownerId?: string;
  teamId?: string;
  isSample?: boolean;
}

export type RecordValues = Record<string, unknown>;
/** A record as the API shows it: system fields and the type's fields side by side. */
export type CrmRecord = SystemFields & RecordValues;
